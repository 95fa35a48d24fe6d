using Approvals.Cases.Events;
using Approvals.Kernel;

namespace Approvals.Cases;

/// <summary>What became of a command: events in order (none when it changes nothing), or why it may not happen.</summary>
public readonly record struct Decision
{
    private readonly IReadOnlyList<CaseEvent>? events;

    private Decision(IReadOnlyList<CaseEvent> events, Rejection? rejection)
    {
        this.events = events;
        Rejection = rejection;
    }

    public IReadOnlyList<CaseEvent> Events => events ?? [];

    public Rejection? Rejection { get; }

    /// <summary>The command is a repeat of what already holds.</summary>
    public static Decision Nothing => new([], null);

    /// <summary>Several events of one command.</summary>
    public static Decision Of(params IReadOnlyList<CaseEvent> events) => new(events, null);

    public static implicit operator Decision(CaseEvent happened) => new([happened], null);

    public static implicit operator Decision(Rejection rejection) => new([], rejection);
}
