using System.Globalization;
using System.Text;
using Approvals.Kernel.Folders;

namespace Approvals.Kernel.Clock;

/// <summary>
/// A clock that stands until it is moved, for tests and training (<c>serve --clock manual</c>). Its instant is kept in the
/// data folder, so that a restart goes on where it stood. It never goes back.
/// </summary>
public sealed class ManualClock : TimeProvider
{
    private readonly string path;
    private readonly Lock gate = new();
    private DateTimeOffset now;

    private ManualClock(string path, DateTimeOffset now)
    {
        this.path = path;
        this.now = now;
    }

    public static ManualClock Open(DataFolder folder, DateTimeOffset start)
    {
        var file = folder.Within("clock");
        return new ManualClock(
            file,
            File.Exists(file) ? DateTimeOffset.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture) : start
        );
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    /// <summary>Moves the clock by a span of zero or more and gives its new instant.</summary>
    public DateTimeOffset Advance(TimeSpan span)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
        lock (gate)
        {
            now += span;
            DurableFile.Write(path, Encoding.UTF8.GetBytes(now.ToString("O", CultureInfo.InvariantCulture)));
            return now;
        }
    }
}
