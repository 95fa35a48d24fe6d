using System.Diagnostics;

namespace Approvals.Load.Engine;

/// <summary>
/// Concurrent callers over one durable engine, each running instances one after another. Unpaced, they saturate it; paced,
/// each turn has its planned instant, and a turn that its caller's own lateness delayed is measured from the plan, so that a
/// stall shows in the latencies instead of being left out.
/// </summary>
/// <param name="shapes">Of one kind; a caller takes the next for each of its instances.</param>
internal sealed class Callers(DurableEngine engine, IReadOnlyList<Shape> shapes, int count)
{
    public Callers(DurableEngine engine, Shape shape, int count)
        : this(engine, [shape], count) { }

    /// <summary>Runs for the given time; with <paramref name="turnsPerSecond"/> at that pace, else as fast as it goes.</summary>
    public async Task<CallersResult> RunAsync(TimeSpan time, double? turnsPerSecond = null)
    {
        var commits = engine.Commits;
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var watch = Stopwatch.StartNew();
        var gap = turnsPerSecond is { } pace ? (long)(Stopwatch.Frequency * count / pace) : 0;
        var results = await Task.WhenAll(Enumerable.Range(0, count).Select(index => CallAsync(index, end, gap)));
        var elapsed = watch.Elapsed;
        var completions = new Latencies();
        foreach (var result in results)
        {
            completions.AddRange(result.Completions);
        }

        return new CallersResult(
            results.Sum(result => (long)result.Instances),
            results.Sum(result => (long)result.Turns),
            elapsed,
            engine.Commits - commits,
            GC.GetTotalAllocatedBytes(precise: true) - allocated,
            Environment.CpuUsage.TotalTime - processor,
            completions
        );
    }

    private async Task<(int Instances, int Turns, Latencies Completions)> CallAsync(int index, long end, long gap)
    {
        await Task.Yield();
        var completions = new Latencies();
        var instances = 0;
        var turns = 0;
        var planned = Stopwatch.GetTimestamp() + (gap * index / count);
        while (Stopwatch.GetTimestamp() < end)
        {
            await WaitAsync();
            var shape = shapes[(index + (instances * count)) % shapes.Count];
            var instance = await engine.StartAsync(shape);
            turns++;
            for (var step = 0; step < shape.Completions.Length; step++)
            {
                var from = await WaitAsync();
                await engine.CompleteAsync(shape, instance, step);
                completions.Add(from, Stopwatch.GetTimestamp());
                turns++;
            }

            instances++;
        }

        return (instances, turns, completions);

        async ValueTask<long> WaitAsync()
        {
            var now = Stopwatch.GetTimestamp();
            if (gap == 0)
            {
                return now;
            }

            var plan = planned;
            planned += gap;
            if (plan <= now)
            {
                return plan;
            }

            await Task.Delay(TimeSpan.FromSeconds((plan - now) / (double)Stopwatch.Frequency));
            return Stopwatch.GetTimestamp();
        }
    }
}

/// <summary>
/// What callers did together. Completions are the latencies of user task completions, commit included; the processor time is
/// the whole process's, callers included, and says the same on a loaded machine.
/// </summary>
internal sealed record CallersResult(
    long Instances,
    long Turns,
    TimeSpan Elapsed,
    long Commits,
    long AllocatedBytes,
    TimeSpan ProcessorTime,
    Latencies Completions
)
{
    public double InstancesPerSecond => Instances / Elapsed.TotalSeconds;

    public double TurnsPerSecond => Turns / Elapsed.TotalSeconds;

    public double TurnsPerCommit => Turns / (double)Commits;

    public override string ToString() =>
        $"{InstancesPerSecond:N0} instances/s, {TurnsPerSecond:N0} turns/s, {TurnsPerCommit:F1} turns a commit, "
        + $"{AllocatedBytes / Turns:N0} B and {ProcessorTime.TotalMicroseconds / Turns:F0} µs of processor a turn"
        + (Completions.Count > 0 ? $", completion {Completions}" : "");
}
