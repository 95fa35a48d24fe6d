using System.Globalization;
using Approvals.Kernel.Folders;

namespace Approvals.Server.Holding;

/// <summary>
/// For training: the manual clock of a server on this machine, read again every time. A holder's program in earnest has a clock of its own.
/// </summary>
public sealed class FolderClock(DataFolder folder) : TimeProvider
{
    private readonly string path = folder.Within("clock");

    public override DateTimeOffset GetUtcNow() =>
        DateTimeOffset.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture);
}
