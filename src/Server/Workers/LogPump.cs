using Approvals.Credentials.Transparency;
using Approvals.Server.Adapters;
using Approvals.Server.Storage;
using Approvals.Server.Transparency;

namespace Approvals.Server.Workers;

/// <summary>
/// Publishes the journal's leaves after the commit, at most once a second: a burst of turns costs one checkpoint, and none of them
/// waits for it. A log that forked is not published any further.
/// </summary>
public sealed partial class LogPump(
    Platform platform,
    LogFolder folder,
    SealCabinet keys,
    ServerOptions options,
    ILogger<LogPump> log
) : Pump(platform, log)
{
    private const string KeyName = "log";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Platform platform = platform;
    private LogPublisher? publisher;
    private bool forked;

    protected override async Task<DateTimeOffset?> DoDueAsync(CancellationToken cancellation)
    {
        if (forked)
        {
            return null;
        }

        try
        {
            publisher ??= new LogPublisher(
                platform.Readers,
                folder,
                new NoteSigner(Origin(), keys.ServiceKey(KeyName)),
                Stamp
            );
            if (publisher.Publish() > 0)
            {
                await Task.Delay(Pause, cancellation);
            }
        }
        catch (LogForkedException fork)
        {
            forked = true;
            LogFork(log, fork.Message);
        }

        return null;
    }

    private byte[]? Stamp(byte[] digest)
    {
        var now = platform.Clock.GetUtcNow();
        return keys.Services.Timestamps(now).TryStamp(digest, now);
    }

    /// <summary>The log keeps the name it was first published under, also when the server moves.</summary>
    private string Origin()
    {
        var file = Path.Combine(platform.Folder.Keys, "log-origin");
        if (!File.Exists(file))
        {
            var host = new Uri(options.PublicOrigin).Host;
            Kernel.Folders.DurableFile.Write(file, System.Text.Encoding.UTF8.GetBytes(host + "/log"));
        }

        return File.ReadAllText(file);
    }

    [LoggerMessage(
        Level = LogLevel.Critical,
        Message = "The transparency log stands still: {Reason} Run 'approvals verify' and find out what changed the journal."
    )]
    private static partial void LogFork(ILogger log, string reason);
}
