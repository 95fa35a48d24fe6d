using System.Collections.Immutable;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Clock;
using Approvals.Kernel.Folders;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Journal.Refolding;
using Approvals.Kernel.Store;
using Approvals.Kernel.Store.Sqlite;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Runtime;
using Approvals.Workflow.Runtime.Migration;
using Approvals.Workflow.Runtime.Refolding;
using Approvals.Workflow.Store.Sqlite;
using Approvals.Workflow.Tests.Execution;

namespace Approvals.Workflow.Tests.Runtime;

/// <summary>The engine with its store on a disk and a clock that stands until it is moved; opened again, it goes on where it was.</summary>
internal sealed class RuntimeHost : IAsyncDisposable
{
    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 9, 0, 0, CivilTime.Offset);
    private static readonly SqlText Owner = new("SELECT owner FROM process_scope WHERE key = ?1");
    private readonly DataFolder folder;
    private readonly TurnWriter turns;
    private readonly ReaderPool readers;
    private readonly ManualClock clock;
    private readonly DuePump pump;
    private readonly List<Exception> failures = [];

    public RuntimeHost(DataFolder? reopened = null)
    {
        folder = reopened ?? new DataFolder(Directory.CreateTempSubdirectory("approvals-runtime-").FullName);
        folder.Create();
        var session = SqliteSession.OpenWriter(folder.Database);
        KernelSchema.Scripts.Apply(session);
        WorkflowSchema.Scripts.Apply(session);
        clock = ManualClock.Open(folder, Begin);
        turns = new TurnWriter(session, clock);
        readers = new ReaderPool(folder.Database);
        Runtime = new ProcessRuntime(new DefinitionCache(), () => Holidays.Calendar2026);
        pump = new DuePump(turns, Runtime, readers, clock);
    }

    public ProcessRuntime Runtime { get; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task DeployAsync(string xml, DateTimeOffset? startsAt = null)
    {
        var problems = "";
        await SendAsync(scope =>
        {
            var (keys, found) = Deploying.Deploy(scope, "model.bpmn", xml, Holidays.Calendar2026, startsAt);
            problems = string.Join('\n', found.Select(problem => $"{problem.Line}: {problem.Message}"));
            return keys is null ? Rejection.Of("test.refused") : null;
        });
        problems.ShouldBeEmpty();
    }

    public async Task<long> StartAsync(string process, params (string Name, FeelValue Value)[] variables)
    {
        long key = 0;
        await SendAsync(scope =>
        {
            (key, var rejection) = Runtime.Start(scope, process, 0, Variables(variables));
            return rejection;
        });
        return key;
    }

    /// <summary>The code of the rejection, or null.</summary>
    public async Task<string?> ExecuteAsync(long instance, EngineCommand command, Actor? actor = null) =>
        (await SendAsync(scope => Runtime.Execute(scope, instance, command), actor))?.Code;

    public async Task<Rejection?> SendAsync(Func<TurnScope, Rejection?> body, Actor? actor = null)
    {
        var answer = await turns.RunAsync(
            new TurnRequest(
                actor ?? Actor.System("test"),
                scope => body(scope) is { } rejection ? rejection : TurnAnswer.Done()
            )
        );
        return answer.Rejection;
    }

    /// <summary>Moves the clock and fires what is due until nothing is.</summary>
    public async Task AdvanceAsync(TimeSpan span = default)
    {
        clock.Advance(span);
        await pump.FireDueAsync(failures.Add, TestContext.Current.CancellationToken);
        failures.ShouldBeEmpty();
    }

    /// <summary>Ids of the elements that wait in the instance, oldest first; the status of one that has ended.</summary>
    public string Where(long instance) =>
        Load(instance) is { IsActive: true } state
            ? string.Join(' ', state.Elements.Items.ToArray().Select(each => each.Element.Id))
            : $"{Load(instance).Status}";

    /// <summary>The state as its row has it.</summary>
    public ProcessInstanceState Load(long instance)
    {
        ProcessInstanceState? state = null;
        turns
            .RunAsync(
                new TurnRequest(
                    Actor.System("test"),
                    scope =>
                    {
                        state = Runtime.Find(scope, instance)!.State;
                        return TurnAnswer.Done();
                    }
                )
            )
            .GetAwaiter()
            .GetResult();
        return state.ShouldNotBeNull();
    }

    public IReadOnlyList<WorkflowEvent> Journal(long instance) =>
        readers.Read(session => InstanceJournal.Read(session, instance).ToList());

    public IReadOnlyList<long> Instances() =>
        readers.Read(session => session.QueryIntegers(new SqlText("SELECT key FROM process_scope ORDER BY key")));

    public T Read<T>(Func<SqlSession, T> query) => readers.Read(query);

    public long Count(string table) =>
        readers.Read(session => session.QueryInteger(new SqlText($"SELECT count(*) FROM {table}")))!.Value;

    public MigrationPreflight Preflight(string order) =>
        readers.Read(session =>
            MigrationPreflight.Of(Runtime.Definitions, session, MigrationOrder.Parse(order).Order.ShouldNotBeNull())
        );

    /// <summary>Moves every instance that the order names; the code of each rejection or null.</summary>
    public async Task<IReadOnlyList<string?>> MigrateAsync(string order)
    {
        var codes = new List<string?>();
        var preflight = Preflight(order);
        foreach (var (instance, from) in preflight.Movable)
        {
            var plan = MigrationOrder.Parse(order).Order!.ToPlan();
            codes.Add(await ExecuteAsync(instance, new MigrateInstance(from, preflight.To, plan)));
            Verify();
        }

        return codes;
    }

    /// <summary>Refolds every journal and compares with the tables.</summary>
    public void Verify()
    {
        var differences = new List<string>();
        readers.Read(session =>
        {
            var workflow = new WorkflowFold(new DefinitionCache(), Holidays.Calendar2026, [], OwnerInTheRow);
            using var refold = new JournalRefold(session, [KernelSchema.Scripts, WorkflowSchema.Scripts], [workflow]);
            refold.Fold(differences.Add);
            return refold.Compare(differences.Add);
        });
        differences.ShouldBeEmpty();
    }

    /// <summary>No domain has a record here that tells it.</summary>
    private static long OwnerInTheRow(Refold refold, JournalRecord record) =>
        refold.Stored.QueryInteger(Owner, record.Stream) ?? 0;

    /// <summary>Stops as at the end of the program and opens the folder again.</summary>
    public async Task<RuntimeHost> RestartAsync()
    {
        await StopAsync();
        return new RuntimeHost(folder);
    }

    public async ValueTask DisposeAsync()
    {
        Verify();
        await StopAsync();
        Directory.Delete(folder.Path, recursive: true);
    }

    public static ImmutableArray<Variable> Variables(params (string Name, FeelValue Value)[] variables) =>
        [.. variables.Select(each => new Variable(each.Name, each.Value))];

    private async Task StopAsync()
    {
        readers.Dispose();
        await turns.DisposeAsync();
    }
}
