using System.Globalization;
using System.Text;
using Approvals.Kernel.Folders;

namespace Approvals.Credentials.Timestamping;

/// <summary>
/// Instants that only grow, across restarts, and with them serial numbers that are never given twice: a number is its instant in microseconds,
/// so that a folder restored from an older backup can't repeat one. Instants are reserved ahead in a small file: a crash skips at most a
/// fiftieth of a second, so that the stated accuracy covers fifty of them even while the clock stands.
/// </summary>
internal sealed class TimestampSequence(string path)
{
    /// <summary>How far a stated instant may be from the clock.</summary>
    public static readonly TimeSpan Accuracy = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Reserved = TimeSpan.FromMilliseconds(20);
    private readonly Lock gate = new();
    private bool isOpen;
    private long last;
    private long horizon;

    /// <returns>Null when the clock stands before what was stated already, by more than the accuracy.</returns>
    public (long Serial, DateTimeOffset At)? Next(DateTimeOffset now)
    {
        lock (gate)
        {
            Open();
            var clock = now.UtcTicks / TimeSpan.TicksPerMicrosecond;
            var at = Math.Max(clock, last + 1);
            if (at - clock > (long)Accuracy.TotalMicroseconds)
            {
                return null;
            }

            if (at >= horizon)
            {
                Reserve(at);
            }

            last = at;
            return (at, new DateTimeOffset(at * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero));
        }
    }

    private void Open()
    {
        if (isOpen)
        {
            return;
        }

        if (File.Exists(path))
        {
            last = long.Parse(File.ReadAllText(path).Trim(), NumberStyles.None, CultureInfo.InvariantCulture);
        }

        (horizon, isOpen) = (last, true);
    }

    private void Reserve(long at)
    {
        var newHorizon = at + (long)Reserved.TotalMicroseconds;
        DurableFile.Write(
            path,
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{newHorizon}\n"))
        );
        horizon = newHorizon;
    }
}
