using System.Collections.Concurrent;
using System.Net;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Kernel.Folders;
using Approvals.Server.Holding;

namespace Approvals.EndToEnd.Tests.Fixtures;

/// <summary>The holders' programs of one tender, running side by side on the key files that the holders made in their browsers.</summary>
public sealed class HolderPrograms : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);
    private readonly ConcurrentDictionary<HolderRole, HolderDaemon> running = new();
    private readonly CancellationTokenSource stop = new();
    private readonly HttpClient http;
    private readonly TenderClient client;
    private readonly FolderClock clock;
    private readonly Task work;

    public HolderPrograms(ServerProcess server, string number)
    {
        http = new HttpClient { BaseAddress = new Uri(server.Url) };
        client = new TenderClient(http, number);
        clock = new FolderClock(new DataFolder(server.Folder));
        work = RunAsync();
    }

    public void Start(HolderRole role, string file, string passphrase) =>
        running[role] = new HolderDaemon(
            client,
            HolderKeys.Open(new FileInfo(file), client.Tender, role, passphrase).ShouldNotBeNull(),
            clock
        );

    public void Stop(HolderRole role) => running.TryRemove(role, out _).ShouldBeTrue();

    public async Task DrawAsync(string publicValue) =>
        (await running[HolderRole.Supervisor].DrawAsync(publicValue, 5, [], stop.Token)).ShouldBeNull();

    public async Task UntilAsync(string stage, string? job = null)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var standing = await client.StandingAsync(stop.Token);
            if (standing.Stage == stage && (job is null || standing.Job == job))
            {
                return;
            }

            work.IsFaulted.ShouldBeFalse(work.Exception?.ToString());
            await Task.Delay(150);
        }

        (await client.StandingAsync(stop.Token)).ShouldBe((stage, job ?? ""));
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await work.ContinueWith(_ => { }, TaskScheduler.Default);
        http.Dispose();
        stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            foreach (var daemon in running.OrderBy(each => each.Key).Select(each => each.Value))
            {
                try
                {
                    await daemon.StepAsync(stop.Token);
                }
                catch (HttpRequestException fault) when (fault.StatusCode == HttpStatusCode.Forbidden)
                {
                    // The clock was moved between the question and its answer; the program asks again, as the command does.
                }
            }

            await Task.Delay(Pause, stop.Token);
        }
    }
}
