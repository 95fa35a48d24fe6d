using Approvals.Kernel;
using Approvals.Server.Workers;

namespace Approvals.Server.Seeding;

/// <summary>Whom a case waits for.</summary>
internal enum SeedWaitKind
{
    Window,

    /// <summary>The window has taken it up: minutes, not days.</summary>
    Counter,
    Office,

    /// <summary>A department that is asked besides.</summary>
    Department,

    /// <summary>The check after a commitment.</summary>
    Check,
    Applicant,
    Paper,
    Over,
}

/// <summary>What a case waits for: the key of its task or job, the element, and who does it.</summary>
internal readonly record struct SeedWait(
    SeedWaitKind Kind,
    Actor Actor,
    long Key = 0,
    string Element = "",
    JobTicket? Job = null
);
