using System.Diagnostics;

namespace Approvals.Load.Engine;

/// <summary>Durations of one caller or of all, in ticks of <see cref="Stopwatch"/>.</summary>
internal sealed class Latencies
{
    private readonly List<long> ticks = [];

    public int Count => ticks.Count;

    public void Add(long from, long to) => ticks.Add(to - from);

    public void AddRange(Latencies other) => ticks.AddRange(other.ticks);

    /// <summary>Milliseconds at quantiles, as a sentence part.</summary>
    public override string ToString()
    {
        ticks.Sort();
        return $"p50 {At(0.5):F2} ms, p99 {At(0.99):F2} ms, p99.9 {At(0.999):F2} ms";
    }

    private double At(double quantile) =>
        ticks.Count == 0
            ? double.NaN
            : ticks[Math.Min(ticks.Count - 1, (int)(ticks.Count * quantile))] * 1000.0 / Stopwatch.Frequency;
}
