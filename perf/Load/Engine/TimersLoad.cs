using System.Diagnostics;

namespace Approvals.Load.Engine;

/// <summary>
/// <c>engine timers DIR COUNT</c>: so many instances wait at a timer that is due at one instant; then the server's own pump fires
/// them all. Beside it, in the same run, the turns of S3 under 64 callers.
/// </summary>
internal static class TimersLoad
{
    private const int Callers = 64;

    public static async Task RunAsync(string folder, int count)
    {
        await using var engine = await DurableEngine.OpenAsync(Path.Combine(folder, "timers"), Shape.Timer);
        var left = count;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => FillAsync()));
        var watch = Stopwatch.StartNew();
        var commits = engine.Commits;
        var fired = await engine.FireDueAsync(Shape.TimerDue);
        var elapsed = watch.Elapsed;
        commits = engine.Commits - commits;
        if (fired != count)
        {
            throw new InvalidOperationException($"{fired} of {count} timers fired.");
        }

        await using var beside = await DurableEngine.OpenAsync(Path.Combine(folder, "beside"), Shape.S3);
        var load = new Callers(beside, Shape.S3, Callers);
        await load.RunAsync(TimeSpan.FromSeconds(1));
        var turns = await load.RunAsync(TimeSpan.FromSeconds(4));
        await Console.Out.WriteLineAsync(
            $"timers: {count:N0} due at one instant fired in {elapsed.TotalSeconds:F1} s, {fired / elapsed.TotalSeconds:N0} a second, "
                + $"{fired / (double)commits:F0} a commit; {fired / elapsed.TotalSeconds / turns.TurnsPerSecond:P0} of S3's {turns.TurnsPerSecond:N0} turns a second"
        );

        async Task FillAsync()
        {
            await Task.Yield();
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await engine.StartAsync(Shape.Timer);
            }
        }
    }
}
