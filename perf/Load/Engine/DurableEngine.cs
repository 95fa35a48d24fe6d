using Approvals.Kernel;
using Approvals.Kernel.Store.Sqlite;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Runtime;
using Approvals.Workflow.Store.Sqlite;

namespace Approvals.Load.Engine;

/// <summary>
/// The engine as the server runs it, without web and domain: turn writer on SQLite (WAL, synchronous=FULL), journal, state
/// rows and work tables, in a folder of its own.
/// </summary>
internal sealed class DurableEngine : IAsyncDisposable
{
    private readonly ShiftedClock clock = new();
    private readonly TurnWriter turns;
    private readonly ProcessRuntime runtime;

    private DurableEngine(string folder)
    {
        Directory.CreateDirectory(folder);
        Database = Path.Combine(folder, "platform.db");
        var session = SqliteSession.OpenWriter(Database);
        KernelSchema.Scripts.Apply(session);
        WorkflowSchema.Scripts.Apply(session);
        turns = new TurnWriter(session, clock);
        runtime = new ProcessRuntime(new DefinitionCache(), () => Shape.Calendar);
    }

    public string Database { get; }

    public long Commits => turns.Commits;

    /// <summary>Opens the folder and deploys the shape where it isn't yet.</summary>
    public static async Task<DurableEngine> OpenAsync(string folder, Shape shape)
    {
        var engine = new DurableEngine(folder);
        await engine.DeployAsync(shape);
        return engine;
    }

    public Task DeployAsync(Shape shape) =>
        SendAsync(scope =>
        {
            if (!Deploying.IsDeployed(scope.Session, shape.ProcessId))
            {
                Deploying.Deploy(scope, shape.ProcessId + ".bpmn", shape.Xml, Shape.Calendar);
            }

            return TurnAnswer.Done();
        });

    /// <summary>Moves the engine's clock to an instant and fires whatever is due then, as the server's worker does; how many fired.</summary>
    public async Task<int> FireDueAsync(DateTimeOffset at)
    {
        clock.Ahead = at - TimeProvider.System.GetUtcNow();
        using var readers = new ReaderPool(Database);
        var (fired, _) = await new DuePump(turns, runtime, readers, clock).FireDueAsync(
            failure => throw failure,
            CancellationToken.None
        );
        return fired;
    }

    /// <summary>Starts an instance in a turn of its own; its key.</summary>
    public async Task<long> StartAsync(Shape shape)
    {
        var answer = await SendAsync(scope =>
        {
            var (key, rejection) = runtime.Start(scope, shape.ProcessId, owner: 0, shape.Start);
            return rejection is null ? TurnAnswer.Done(key.ToString()) : rejection;
        });
        return long.Parse(answer.Text);
    }

    /// <summary>Completes the one open task of the instance in a turn of its own.</summary>
    public Task CompleteAsync(Shape shape, long instance, int step) =>
        SendAsync(scope =>
        {
            var task = runtime.Find(scope, instance)!.State.Waits.Items[0].Key;
            var command = new CompleteUserTask(task, null, shape.Completions[step]);
            return runtime.Execute(scope, instance, command) is { } rejection ? rejection : TurnAnswer.Done();
        });

    public async Task RunInstanceAsync(Shape shape)
    {
        var instance = await StartAsync(shape);
        for (var step = 0; step < shape.Completions.Length; step++)
        {
            await CompleteAsync(shape, instance, step);
        }
    }

    public ValueTask DisposeAsync() => turns.DisposeAsync();

    private async Task<TurnAnswer> SendAsync(Func<TurnScope, TurnAnswer> body)
    {
        var answer = await turns.RunAsync(new TurnRequest(Shape.Actor, body));
        return answer.Rejection is { } rejection
            ? throw new InvalidOperationException($"The turn was rejected: {rejection.Code}.")
            : answer;
    }

    private sealed class ShiftedClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
