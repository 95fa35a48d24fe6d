using Approvals.Bidding.Store.Sqlite;
using Approvals.Cases.Handling;
using Approvals.Cases.Store.Sqlite;
using Approvals.Kernel;
using Approvals.Kernel.Blobs;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Folders;
using Approvals.Kernel.Store.Sqlite;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Runtime;
using Approvals.Workflow.Store.Sqlite;

namespace Approvals.Server.Storage;

/// <summary>
/// The platform over one data folder: the writer, the engine's runtime and the rooms' turns. Pages and workers send their
/// commands through <see cref="SendAsync"/>; there is no other way to write platform.db.
/// </summary>
public sealed class Platform : IAsyncDisposable
{
    private readonly IDisposable folderLock;

    private Platform(DataFolder folder, IDisposable folderLock, TimeProvider clock, TurnOptions? options)
    {
        this.folderLock = folderLock;
        Folder = folder;
        Clock = clock;
        Calendar = HolidayFiles.Load(Path.Combine(AppContext.BaseDirectory, "data", "holidays"));
        Blobs = new FolderBlobStore(folder.Blobs);
        var session = SqliteSession.OpenWriter(folder.Database);
        KernelSchema.Scripts.Apply(session);
        WorkflowSchema.Scripts.Apply(session);
        CasesSchema.Scripts.Apply(session);
        BiddingSchema.Scripts.Apply(session);
        Readers = new ReaderPool(folder.Database);
        Turns = new TurnWriter(session, clock, options);
        Cases = new CaseStore(new ItemVersions(), () => Calendar);
        ItemDrafts = new ItemDrafts(Cases.Items);
        Runtime = new ProcessRuntime(
            new DefinitionCache(),
            () => Calendar,
            CaseJobs.All(Cases, () => Calendar),
            [new CaseClocks(() => Calendar, Cases.Items), new TaskMessaging(), new WorkSignal(this)]
        );
        CaseTurns = new CaseTurns(Cases, Runtime);
        Licences = new LicenceRegister(Cases, Runtime);
        TaskVerbs = new TaskVerbs(Cases, Runtime);
        Tenders = new TenderRoom(() => Calendar, Runtime);
        LicenceDrafting = new LicenceDrafting(Cases, Runtime);
    }

    /// <summary>Raised after a commit that made jobs, timers or effects: the pumps look at once instead of at their next turn.</summary>
    public event Action? WorkArrived;

    public DataFolder Folder { get; }

    public TimeProvider Clock { get; }

    public WorkingCalendar Calendar { get; }

    public IBlobStore Blobs { get; }

    public ReaderPool Readers { get; }

    public TurnWriter Turns { get; }

    public ProcessRuntime Runtime { get; }

    public CaseStore Cases { get; }

    public ItemDrafts ItemDrafts { get; }

    public CaseTurns CaseTurns { get; }

    public LicenceRegister Licences { get; }

    public TaskVerbs TaskVerbs { get; }

    public TenderRoom Tenders { get; }

    public LicenceDrafting LicenceDrafting { get; }

    /// <summary>Opens the folder for writing; null when another process holds it.</summary>
    public static Platform? TryOpen(DataFolder folder, TimeProvider clock, TurnOptions? options = null)
    {
        folder.Create();
        return folder.TryLock() is { } folderLock ? new Platform(folder, folderLock, clock, options) : null;
    }

    /// <summary>Runs a command as a turn; the answer comes after its durable commit.</summary>
    /// <param name="at">The turn's instant where it isn't now: the demonstration's past.</param>
    public Task<TurnAnswer> SendAsync(
        Actor actor,
        Func<TurnScope, TurnAnswer> body,
        string? commandId = null,
        DateTimeOffset? at = null
    ) =>
        Turns.RunAsync(
            new TurnRequest(
                actor,
                scope =>
                {
                    scope.AfterCommit(Signal);
                    return body(scope);
                },
                commandId,
                at
            )
        );

    public void Signal() => WorkArrived?.Invoke();

    public async ValueTask DisposeAsync()
    {
        await Turns.DisposeAsync();
        Readers.Dispose();
        folderLock.Dispose();
    }

    /// <summary>Wakes the pumps after the turns of the pumps themselves, too.</summary>
    private sealed class WorkSignal(Platform platform) : IProcessObserver
    {
        public void Observe(
            TurnScope scope,
            LoadedInstance instance,
            IReadOnlyList<Workflow.Execution.Events.WorkflowEvent> events
        ) => scope.AfterCommit(platform.Signal);
    }
}
