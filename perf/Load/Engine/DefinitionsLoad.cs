namespace Approvals.Load.Engine;

/// <summary>
/// <c>engine definitions DIR SECONDS COUNT</c>: durable S3 with one deployed process and, in the same folder, with so many, over
/// which the callers then go round; one and many in turns, twice, because the first row warms up.
/// </summary>
internal static class DefinitionsLoad
{
    private const int Callers = 64;

    public static async Task RunAsync(string folder, int seconds, int count)
    {
        var one = Shape.S3;
        await using var engine = await DurableEngine.OpenAsync(folder, one);
        var time = TimeSpan.FromSeconds(seconds);
        await new Callers(engine, one, Callers).RunAsync(TimeSpan.FromSeconds(Math.Min(2, seconds)));
        var alone = await new Callers(engine, one, Callers).RunAsync(time);
        Shape[] many = [.. Enumerable.Range(1, count).Select(one.Copy)];
        foreach (var shape in many)
        {
            await engine.DeployAsync(shape);
        }

        var first = await new Callers(engine, many, Callers).RunAsync(time);
        var again = await new Callers(engine, one, Callers).RunAsync(time);
        var second = await new Callers(engine, many, Callers).RunAsync(time);
        await Console.Out.WriteLineAsync($"definitions, one deployed: {alone}");
        await Console.Out.WriteLineAsync($"definitions, {count:N0} deployed and all used, first round: {first}");
        await Console.Out.WriteLineAsync($"definitions, {count:N0} deployed and one used: {again}");
        await Console.Out.WriteLineAsync(
            $"definitions, {count:N0} deployed and all used: {second}; an instance costs "
                + $"{again.InstancesPerSecond / second.InstancesPerSecond:F2} × one alone"
        );
    }
}
