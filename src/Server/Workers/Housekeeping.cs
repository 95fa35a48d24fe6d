using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Turns;
using Approvals.Server.Demo;
using Approvals.Server.Storage;

namespace Approvals.Server.Workers;

/// <summary>Once a day: removes the answers of old commands and the drafts that nobody came back to.</summary>
public sealed class Housekeeping(Platform platform, ILogger<Housekeeping> log) : Pump(platform, log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromDays(1);
    private static readonly Actor Keeper = Actor.System("housekeeping");
    private readonly Platform platform = platform;
    private DateTimeOffset due = DateTimeOffset.MinValue;

    protected override async Task<DateTimeOffset?> DoDueAsync(CancellationToken cancellation)
    {
        var now = platform.Clock.GetUtcNow();
        if (now >= due)
        {
            await platform.Turns.RunAsync(new TurnRequest(Keeper, Clean));
            due = now + Interval;
        }

        return due;
    }

    private static TurnAnswer Clean(TurnScope scope)
    {
        CommandAnswers.Prune(scope, DemoCity.SeedCommand);
        Drafts.RemoveExpired(scope);
        return TurnAnswer.Done();
    }
}
