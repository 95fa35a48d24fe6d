using Approvals.Load.Raw;

namespace Approvals.Load.Engine;

/// <summary>
/// <c>engine durable SHAPE DIR SECONDS</c>: the whole engine under concurrent callers, then the same rows by plain
/// Microsoft.Data.Sqlite in groups of the size just measured, then completions at half of the saturation just measured.
/// </summary>
internal static class DurableLoad
{
    public static async Task RunAsync(Shape shape, string folder, int seconds, int callers)
    {
        var time = TimeSpan.FromSeconds(seconds);
        CallersResult full;
        CallersResult? half = null;
        await using (var engine = await DurableEngine.OpenAsync(Path.Combine(folder, "engine"), shape))
        {
            var load = new Callers(engine, shape, callers);
            await load.RunAsync(TimeSpan.FromSeconds(Math.Min(3, seconds)));
            full = await load.RunAsync(time);
            await Console.Out.WriteLineAsync($"durable {shape.Name}: {full}, {callers} callers");
            if (shape.Completions.Length > 0)
            {
                half = await load.RunAsync(time, full.TurnsPerSecond / 2);
            }
        }

        if (half is not null)
        {
            await Console.Out.WriteLineAsync($"durable {shape.Name} at half of saturation: {half}");
        }

        var writes = await RecordedWrites.OfAsync(shape, Path.Combine(folder, "recorded"));
        await Console.Out.WriteLineAsync($"rows written by one {shape.Name}: {writes}");
        var group = Math.Max(1, (int)Math.Round(full.TurnsPerCommit));
        Compare("same row writes (inserts, updates, deletes)", new RawLoad(writes, group));
        Compare("only the rows that remain, inserted", new RawLoad(writes.Remaining(), group));

        void Compare(string what, RawLoad raw)
        {
            var result = raw.Run(Path.Combine(folder, "raw"), time);
            Console.WriteLine(
                $"raw Microsoft.Data.Sqlite, {what}: {result.RowsPerSecond:N0} rows/s = "
                    + $"{result.InstancesPerSecond:N0} {shape.Name}/s, {result.RowsPerCommit:F1} rows a commit; "
                    + $"ours is {full.InstancesPerSecond / result.InstancesPerSecond:P0} of it"
            );
        }
    }
}
