using System.Globalization;
using System.Text;
using Approvals.Kernel.Folders;

namespace Approvals.Credentials.Timestamping;

/// <summary>
/// Serial numbers that are never given twice and instants that only grow, across restarts. Both are reserved ahead in a small file:
/// a crash skips at most a block of numbers and half a second of time, which the stated accuracy covers.
/// </summary>
internal sealed class TimestampSequence(string path)
{
    /// <summary>How far a stated instant may be from the clock.</summary>
    public static readonly TimeSpan Accuracy = TimeSpan.FromSeconds(1);

    private const int Block = 4096;
    private readonly Lock gate = new();
    private bool isOpen;
    private long next = 1;
    private long limit;
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

            if (next >= limit || at >= horizon)
            {
                Reserve(at);
            }

            last = at;
            return (next++, new DateTimeOffset(at * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero));
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
            var parts = File.ReadAllText(path).Split(' ', StringSplitOptions.TrimEntries);
            (next, last) = (Number(parts[0]), Number(parts[1]));
        }

        (limit, horizon, isOpen) = (next, last, true);

        static long Number(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private void Reserve(long at)
    {
        var (newLimit, newHorizon) = (next + Block, at + (long)(Accuracy / 2).TotalMicroseconds);
        var text = string.Create(CultureInfo.InvariantCulture, $"{newLimit} {newHorizon}\n");
        DurableFile.Write(path, Encoding.ASCII.GetBytes(text));
        (limit, horizon) = (newLimit, newHorizon);
    }
}
