using System.Diagnostics;

namespace Approvals.Load.Engine;

/// <summary><c>engine memory SHAPE SECONDS</c>: instances per second and allocations of the pure engine, one thread.</summary>
internal static class MemoryLoad
{
    private const int Batch = 256;

    public static void Run(Shape shape, int seconds)
    {
        var instances = new MemoryInstance(shape);
        RunFor(instances, TimeSpan.FromSeconds(Math.Min(2, seconds)));
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var collections = GC.CollectionCount(0);
        var (done, elapsed) = RunFor(instances, TimeSpan.FromSeconds(seconds));
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / done;
        Console.WriteLine(
            $"memory {shape.Name}: {done / elapsed.TotalSeconds:N0} instances/s, {bytes:N0} B an instance, "
                + $"{bytes / shape.Commands:N0} B a step, {GC.CollectionCount(0) - collections} gen-0 collections "
                + $"({done:N0} instances in {elapsed.TotalSeconds:F1} s, one thread)"
        );
    }

    private static (long Done, TimeSpan Elapsed) RunFor(MemoryInstance instances, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var done = 0L;
        while (watch.Elapsed < time)
        {
            for (var i = 0; i < Batch; i++)
            {
                instances.Run();
            }

            done += Batch;
        }

        return (done, watch.Elapsed);
    }
}
