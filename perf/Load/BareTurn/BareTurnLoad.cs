using System.Diagnostics;
using System.Security.Cryptography;
using Approvals.Kernel;
using Approvals.Kernel.Store.Sqlite;
using Approvals.Kernel.Turns;

namespace Approvals.Load.BareTurn;

/// <summary>
/// S3 without an engine: start and three user tasks are four turns; each writes a journal record, the state row, its
/// task rows, a read-model row, the last one an outbox row too. Every acknowledged turn is noted in a file that the
/// check reads after a crash.
/// </summary>
internal static class BareTurnLoad
{
    private const int Callers = 64;
    private static readonly Actor Clerk = new("p:1", ["clerk@window-12"]);

    public static async Task RunAsync(string folder, int seconds)
    {
        Directory.CreateDirectory(folder);
        var session = SqliteSession.OpenWriter(Path.Combine(folder, "platform.db"));
        KernelSchema.Scripts.Apply(session);
        session.RunScript(BareTurnSchema.Script);
        await using var writer = new TurnWriter(session, TimeProvider.System);
        await using var acknowledged = new FileStream(
            Path.Combine(folder, "acknowledged"),
            FileMode.Append,
            FileAccess.Write,
            FileShare.Read
        );
        var stop = Stopwatch.StartNew();
        var counts = await Task.WhenAll(
            Enumerable.Range(0, Callers).Select(_ => CallerAsync(writer, acknowledged, stop, seconds))
        );
        var done = counts.Sum();
        await Console.Out.WriteLineAsync(
            $"bare turn: {done} instances in {stop.Elapsed.TotalSeconds:F1} s = {done / stop.Elapsed.TotalSeconds:F0} S3/s, "
                + $"{done * 4 / stop.Elapsed.TotalSeconds:F0} turns/s, {Callers} callers, {done * 4 / (double)writer.Commits:F1} turns a commit"
        );
    }

    private static async Task<int> CallerAsync(TurnWriter writer, FileStream acknowledged, Stopwatch time, int seconds)
    {
        var record = RandomNumberGenerator.GetBytes(420);
        var state = RandomNumberGenerator.GetBytes(220);
        var payload = RandomNumberGenerator.GetBytes(160);
        var done = 0;
        while (time.Elapsed.TotalSeconds < seconds)
        {
            long key = 0;
            for (var step = 0; step < 4; step++)
            {
                var number = step;
                var answer = await writer.RunAsync(
                    new TurnRequest(Clerk, scope => Turn(scope, key, number, record, state, payload))
                );
                key = long.Parse(answer.Text);
                Note(acknowledged, key, number + 1);
            }

            done++;
        }

        return done;
    }

    private static TurnAnswer Turn(TurnScope scope, long key, int step, byte[] record, byte[] state, byte[] payload)
    {
        var sql = scope.Session;
        if (step == 0)
        {
            key = scope.NewKey() << 8;
            sql.Execute(BareTurnSchema.AddCase, key, "QY010-20261122-0001", "受理", scope.Now);
        }
        else
        {
            var version = sql.QueryInteger(BareTurnSchema.ReadVersion, key);
            if (version != step)
            {
                throw new InvalidOperationException($"Instance {key} is at {version}, expected {step}.");
            }

            sql.Execute(BareTurnSchema.CloseTask, key + step, scope.Now);
            sql.Execute(BareTurnSchema.MoveCase, key, "审查", scope.Now);
        }

        scope.Append(key, step + 1, "workflow.instance", 1, record);
        sql.Execute(BareTurnSchema.PutState, key, step + 1, state);
        if (step < 3)
        {
            sql.Execute(BareTurnSchema.AddTask, key + step + 1, key, "review", "reviewer@health", scope.Now);
        }
        else
        {
            scope.Send(key, "message", payload);
        }

        return TurnAnswer.Done(key.ToString());
    }

    private static void Note(FileStream file, long key, int version)
    {
        Span<byte> line = stackalloc byte[16];
        BitConverter.TryWriteBytes(line, key);
        BitConverter.TryWriteBytes(line[8..], (long)version);
        lock (file)
        {
            file.Write(line);
            file.Flush();
        }
    }
}
