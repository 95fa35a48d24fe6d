using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Server.Storage;

namespace Approvals.Server.Operations;

/// <summary>
/// Looks for steps that stall and raises an alarm on the supervisors' board for the cases among them, once each. It looks at the start
/// and whenever the platform's clock has gone on by <see cref="Interval"/>.
/// </summary>
public sealed partial class StallWatch(Platform platform, ILogger<StallWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);
    private static readonly Actor Watch = Actor.System("watch");

    /// <summary>Looks once and gives the number of alarms that were raised.</summary>
    public async Task<int> LookAsync()
    {
        var now = platform.Clock.GetUtcNow();
        var stalls = platform.Readers.Read(session =>
            new StallSearch(platform.Runtime.Definitions)
                .Find(session, now)
                .Where(stall => stall.Owner != 0)
                .Select(stall => (stall.Owner, stall.ExpectedBy))
                .ToList()
        );
        var raised = 0;
        foreach (var (owner, by) in stalls)
        {
            var answer = await platform.SendAsync(Watch, scope => Alarms.RaiseStalled(scope, owner, by));
            raised += answer.Text == "1" ? 1 : 0;
        }

        return raised;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Leave the caller's thread: the server answers while the first look still runs.
        await Task.Yield();
        using var timer = new PeriodicTimer(Pause);
        var next = DateTimeOffset.MinValue;
        do
        {
            var now = platform.Clock.GetUtcNow();
            if (now < next)
            {
                continue;
            }

            next = now + Interval;
            try
            {
                await LookAsync();
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailure(log, failure);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The stall watch failed; it looks again later")]
    private static partial void LogFailure(ILogger log, Exception failure);
}
