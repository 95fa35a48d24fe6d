using System.Diagnostics;
using Approvals.Credentials.Keys;
using Approvals.Credentials.Transparency;
using Approvals.Kernel;
using Approvals.Kernel.Store.Sqlite;
using Approvals.Kernel.Turns;
using Approvals.Server.Transparency;

namespace Approvals.Load.Log;

/// <summary>
/// What publishing costs beside the durable commits: the same turns of one record of 1 KB, in slices with and without a publisher that
/// runs once a second as the server's does, alternating, so that a busy machine hurts both. Then proofs from the published tiles.
/// </summary>
internal static class LogLoad
{
    private const int Callers = 64;
    private const int RecordSize = 1024;
    private const int Proofs = 2_000;
    private static readonly Actor Clerk = new("p:1", ["clerk@window-12"]);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static long streams;

    public static async Task RunAsync(string folder, int seconds, int slices)
    {
        Directory.CreateDirectory(folder);
        var database = Path.Combine(folder, "platform.db");
        var session = SqliteSession.OpenWriter(database);
        KernelSchema.Scripts.Apply(session);
        await using var writer = new TurnWriter(session, TimeProvider.System);
        using var readers = new ReaderPool(database);
        using var key = EcdsaKey.Generate();
        var log = new LogFolder(Path.Combine(folder, "log"));
        var publisher = new LogPublisher(readers, log, new NoteSigner("load.test/log", key));
        var (bare, published) = (0L, 0L);
        var spent = TimeSpan.Zero;
        for (var slice = 0; slice < slices; slice++)
        {
            bare += await SliceAsync(writer, seconds, publisher: null, spent: null);
            // What the bare slice left behind is not the publishing slice's work.
            publisher.Publish();
            published += await SliceAsync(writer, seconds, publisher, time => spent += time);
        }

        var total = (double)slices * seconds;
        await Console.Out.WriteLineAsync(
            $"log: {bare / total:F0} turns/s without, {published / total:F0} turns/s with publishing: {(bare - published) / (double)bare:P1} less; "
                + $"publishing took {spent.TotalSeconds / total:P2} of one core's time, {spent.TotalMicroseconds / published:F2} µs a leaf"
        );
        await ProveAsync(log, publisher.Current!.Size);
    }

    private static async Task<long> SliceAsync(
        TurnWriter writer,
        int seconds,
        LogPublisher? publisher,
        Action<TimeSpan>? spent
    )
    {
        var watch = Stopwatch.StartNew();
        var publishing = publisher is null
            ? Task.CompletedTask
            : Task.Run(() => PublishAsync(publisher, watch, seconds, spent!));
        var counts = await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => CallerAsync(writer, watch, seconds)));
        await publishing;
        return counts.Sum();
    }

    private static async Task PublishAsync(LogPublisher publisher, Stopwatch watch, int seconds, Action<TimeSpan> spent)
    {
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            var from = Stopwatch.GetTimestamp();
            publisher.Publish();
            spent(Stopwatch.GetElapsedTime(from));
            await Task.Delay(Pause);
        }
    }

    private static async Task<long> CallerAsync(TurnWriter writer, Stopwatch watch, int seconds)
    {
        var data = new byte[RecordSize];
        var done = 0L;
        while (watch.Elapsed.TotalSeconds < seconds)
        {
            var stream = Interlocked.Increment(ref streams);
            await writer.RunAsync(
                new TurnRequest(
                    Clerk,
                    scope =>
                    {
                        scope.Append(stream, 1, "load", 1, data);
                        return TurnAnswer.Done();
                    }
                )
            );
            done++;
        }

        return done;
    }

    private static async Task ProveAsync(LogFolder folder, long size)
    {
        var log = new TransparencyLog(folder);
        var watch = Stopwatch.StartNew();
        var holds = 0;
        for (var i = 0; i < Proofs; i++)
        {
            holds += log.Prove(i * (size - 1) / Proofs)!.Holds ? 1 : 0;
        }

        var path = log.Prove(0)!.Proof.Path.Count;
        await Console.Out.WriteLineAsync(
            $"log: {holds} of {Proofs} proofs hold in a tree of {size}: {path} hashes, {watch.Elapsed.TotalMicroseconds / Proofs:F0} µs to make and check one from the files"
        );
    }
}
