using System.Diagnostics;

namespace Approvals.Load.Engine;

/// <summary>
/// <c>engine growth DIR SECONDS STORED…</c>: the rate of durable S3 while the store holds more and more instances, every
/// second of them still open at its first task.
/// </summary>
internal static class GrowthLoad
{
    private const int Callers = 64;

    public static async Task RunAsync(string folder, int seconds, IEnumerable<int> sizes)
    {
        var shape = Shape.S3;
        var engine = await DurableEngine.OpenAsync(folder, shape);
        await using var disposal = engine;
        var stored = 0;
        double? first = null;
        foreach (var size in sizes)
        {
            var filling = Stopwatch.StartNew();
            stored = await FillAsync(engine, shape, stored, size);
            var filled = filling.Elapsed;
            var load = new Callers(engine, shape, Callers);
            await load.RunAsync(TimeSpan.FromSeconds(1));
            var result = await load.RunAsync(TimeSpan.FromSeconds(seconds));
            stored += (int)result.Instances;
            first ??= result.InstancesPerSecond;
            await Console.Out.WriteLineAsync(
                $"growth, {size:N0} stored (filled in {filled.TotalSeconds:F0} s, "
                    + $"{new FileInfo(engine.Database).Length / 1_000_000.0:N0} MB): {result}; "
                    + $"an instance costs {first / result.InstancesPerSecond:F2} × the first row's"
            );
        }
    }

    private static async Task<int> FillAsync(DurableEngine engine, Shape shape, int stored, int size)
    {
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => FillOneAsync()));
        return stored;

        async Task FillOneAsync()
        {
            await Task.Yield();
            while (Interlocked.Increment(ref stored) <= size)
            {
                if (stored % 2 == 0)
                {
                    await engine.RunInstanceAsync(shape);
                }
                else
                {
                    await engine.StartAsync(shape);
                }
            }
        }
    }
}
