using Approvals.Kernel.Folders;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;
using Approvals.Server.Workers;

namespace Approvals.Server.Seeding;

/// <summary>Fills an empty data folder with a city, its years and its cases, before any server runs on it.</summary>
internal static class SeedFolder
{
    /// <summary>Nobody waits for one turn: a durable commit takes a whole wave of them.</summary>
    private static readonly TurnOptions Turns = new()
    {
        MostTurnsPerCommit = SeedRun.Wave,
        LongestGroup = TimeSpan.FromSeconds(2),
    };

    /// <summary>Null when another process holds the folder.</summary>
    /// <param name="say">Progress, a sentence at a time.</param>
    /// <exception cref="InvalidOperationException">The folder already holds a platform.</exception>
    public static async Task<SeedResult?> FillAsync(
        DataFolder folder,
        SeedPlan plan,
        string publicOrigin,
        Action<string> say,
        CancellationToken cancellation
    )
    {
        if (File.Exists(folder.Database))
        {
            throw new InvalidOperationException(
                $"{folder.Path} already holds a platform. Choose an empty folder with --data."
            );
        }

        var clock = new SeedClock(plan.From);
        await using var platform = Platform.TryOpen(folder, clock, Turns);
        if (platform is null)
        {
            return null;
        }

        var options = new ServerOptions(folder.Path, []) { Clock = clock, PublicOrigin = publicOrigin };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(platform);
        services.AddWorkersRoom(platform, options);
        await using var workers = services.BuildServiceProvider();
        await new WorkflowFiles(platform, workers.GetRequiredService<ILogger<WorkflowFiles>>()).DeployMissingAsync(
            Path.Combine(AppContext.BaseDirectory, "workflows")
        );
        say($"{plan.Units} units and {plan.Items} items");
        var city = await SeedCity.BuildAsync(platform, plan);
        var run = new SeedRun(platform, clock, plan, city, workers, say);
        return await run.RunAsync(cancellation);
    }
}
