using Approvals.Server.Storage;

namespace Approvals.Server.Workers;

/// <summary>
/// A loop that looks for due work in the store: at once when a commit made some, otherwise when the next is due, and at the
/// latest after <see cref="Longest"/>. What it finds is in the tables, so that a restart loses nothing.
/// </summary>
public abstract partial class Pump : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    // Never disposed: a host that failed to start disposes its workers while their loops still end, and it holds no handle.
    private readonly SemaphoreSlim wake = new(0, 1);
    private readonly Platform platform;
    private readonly ILogger log;

    protected Pump(Platform platform, ILogger log)
    {
        this.platform = platform;
        this.log = log;
        platform.WorkArrived += Wake;
    }

    public override void Dispose()
    {
        platform.WorkArrived -= Wake;
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Does everything that is due and gives the instant of the next known piece of work, if any.</summary>
    protected abstract Task<DateTimeOffset?> DoDueAsync(CancellationToken cancellation);

    protected void Failed(Exception failure) => LogFailure(log, failure, GetType().Name);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Leave the caller's thread: the server answers while the first look still runs.
        await Task.Yield();
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await wake.WaitAsync(await DoAndPauseAsync(stoppingToken), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The end of the loop, not a failure of the worker.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Pump} failed; it tries again")]
    private static partial void LogFailure(ILogger log, Exception failure, string pump);

    private async Task<TimeSpan> DoAndPauseAsync(CancellationToken stoppingToken)
    {
        try
        {
            return PauseUntil(await DoDueAsync(stoppingToken));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Failed(failure);
            return AfterFailure;
        }
    }

    private void Wake()
    {
        if (wake.CurrentCount == 0)
        {
            try
            {
                wake.Release();
            }
            catch (SemaphoreFullException)
            {
                // Two commits woke it at once: one is enough.
            }
        }
    }

    private TimeSpan PauseUntil(DateTimeOffset? next)
    {
        if (next is not { } due)
        {
            return Longest;
        }

        var pause = due - platform.Clock.GetUtcNow();
        return pause <= TimeSpan.Zero ? TimeSpan.FromMilliseconds(200)
            : pause < Longest ? pause
            : Longest;
    }
}
