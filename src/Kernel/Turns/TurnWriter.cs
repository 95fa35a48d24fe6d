using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Approvals.Kernel.Store;
using Approvals.Kernel.Store.Sqlite;

namespace Approvals.Kernel.Turns;

/// <summary>
/// The one writer of a SQLite store. Turns queue up and run one after another on a thread of their own, each in a
/// savepoint, many per durable commit; an answer leaves only after the commit it is part of. If an error ended the
/// transaction, nothing of the group happened, and its turns run again one by one (docs/adr, "Store and turn").
/// </summary>
public sealed class TurnWriter : IAsyncDisposable
{
    private static readonly TimeSpan LongestPatience = TimeSpan.FromMilliseconds(2);
    private static readonly SqlText Begin = new("BEGIN IMMEDIATE");
    private static readonly SqlText Commit = new("COMMIT");
    private static readonly SqlText Rollback = new("ROLLBACK");
    private static readonly SqlText Savepoint = new("SAVEPOINT turn");
    private static readonly SqlText Release = new("RELEASE turn");
    private static readonly SqlText RollbackTo = new("ROLLBACK TO turn");
    private static readonly SqlText FindAnswer = new("SELECT actor, answer FROM command WHERE id = ?1");
    private static readonly SqlText StoreAnswer = new(
        "INSERT INTO command (id, actor, answer, at) VALUES (?1, ?2, ?3, ?4)"
    );

    private readonly SqliteSession session;
    private readonly LogCheckpoints checkpoints;
    private readonly TimeProvider clock;
    private readonly TurnOptions options;
    private readonly KeyBlocks keys = new();
    private readonly TurnScope scope;
    private readonly Channel<Pending> queue;
    private readonly Thread thread;
    private readonly List<Pending> group = [];
    private readonly List<Action> committed = [];
    private readonly List<Action> rolledBack = [];
    private long bodies;
    private int lastGroup = 1;
    private TimeSpan lastCommit;

    /// <summary>Takes over <paramref name="session"/> and closes it in <see cref="DisposeAsync"/>.</summary>
    public TurnWriter(SqliteSession session, TimeProvider clock, TurnOptions? options = null)
    {
        this.session = session;
        this.clock = clock;
        this.options = options ?? new TurnOptions();
        scope = new TurnScope(session, keys);
        checkpoints = new LogCheckpoints(session);
        queue = Channel.CreateBounded<Pending>(
            new BoundedChannelOptions(this.options.LongestQueue) { SingleReader = true }
        );
        thread = new Thread(Run) { Name = "turn writer", IsBackground = true };
        thread.Start();
    }

    /// <summary>Durable commits since the start.</summary>
    public long Commits { get; private set; }

    /// <summary>
    /// Runs the turn and answers after its durable commit. A body that throws faults the task and leaves no trace; a
    /// store that refuses (full disk) faults it with <see cref="StoreException"/>. A full queue is the rejection
    /// <c>server.busy</c>.
    /// </summary>
    public Task<TurnAnswer> RunAsync(TurnRequest request)
    {
        var pending = new Pending(request);
        return queue.Writer.TryWrite(pending)
            ? pending.Done.Task
            : Task.FromResult(TurnAnswer.Rejected(Rejection.Of("server.busy")));
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await Task.Run(thread.Join);
        checkpoints.Dispose();
        session.Dispose();
    }

    private void Run()
    {
        while (WaitForTurns())
        {
            group.Clear();
            try
            {
                RunGroup();
                checkpoints.Committed();
            }
            catch (StoreException failure)
            {
                RunOneByOne(failure);
            }
        }
    }

    private bool WaitForTurns()
    {
        var waiting = queue.Reader.WaitToReadAsync();
        return waiting.IsCompleted ? waiting.Result : waiting.AsTask().GetAwaiter().GetResult();
    }

    private void RunGroup()
    {
        session.Execute(Begin);
        var started = Stopwatch.GetTimestamp();
        while (group.Count < options.MostTurnsPerCommit && TryTake(out var pending))
        {
            group.Add(pending);
            RunTurn(pending);
            if (Stopwatch.GetElapsedTime(started) > options.LongestGroup)
            {
                break;
            }
        }

        var committing = Stopwatch.GetTimestamp();
        session.Execute(Commit);
        lastCommit = Stopwatch.GetElapsedTime(committing);
        lastGroup = group.Count;
        Commits++;
        Finish();
    }

    /// <summary>
    /// The next turn. When the last group was larger than this one is yet, its callers are just being woken: half a
    /// commit's time of patience joins them in one durable write instead of many small ones; a commit that the disk held up
    /// is no measure of that. One caller alone never waits.
    /// </summary>
    private bool TryTake([MaybeNullWhen(false)] out Pending pending)
    {
        if (queue.Reader.TryRead(out pending))
        {
            return true;
        }

        var patience = lastCommit / 2 < LongestPatience ? lastCommit / 2 : LongestPatience;
        var started = Stopwatch.GetTimestamp();
        while (group.Count < lastGroup && Stopwatch.GetElapsedTime(started) < patience)
        {
            Thread.Yield();
            if (queue.Reader.TryRead(out pending))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>After a failed group: each turn alone, so that only those that the store really refuses fail.</summary>
    private void RunOneByOne(StoreException groupFailure)
    {
        AbandonTransaction();
        var turns = group.ToArray();
        foreach (var pending in turns)
        {
            group.Clear();
            group.Add(pending);
            try
            {
                session.Execute(Begin);
                RunTurn(pending);
                session.Execute(Commit);
                Finish();
            }
            catch (StoreException failure)
            {
                AbandonTransaction();
                pending.Fail(failure);
            }
        }

        if (turns.Length == 0)
        {
            FailWaiting(groupFailure);
        }
    }

    /// <summary>Not even a transaction could be begun: whoever waits now is told, instead of waiting for ever.</summary>
    private void FailWaiting(StoreException failure)
    {
        while (queue.Reader.TryRead(out var pending))
        {
            pending.Fail(failure);
        }
    }

    private void AbandonTransaction()
    {
        if (!session.IsIdle)
        {
            session.Execute(Rollback);
        }

        keys.Forget();
        foreach (var action in rolledBack)
        {
            action();
        }

        scope.RunRollbacks();
        rolledBack.Clear();
        committed.Clear();
    }

    private void Finish()
    {
        foreach (var action in committed)
        {
            action();
        }

        committed.Clear();
        rolledBack.Clear();
        foreach (var pending in group)
        {
            pending.Finish();
        }
    }

    private void RunTurn(Pending pending)
    {
        var request = pending.Request;
        pending.Clear();
        if (FindRepeat(request) is { } repeat)
        {
            pending.Answer = repeat;
            return;
        }

        bool again;
        do
        {
            again = RunBody(pending);
        } while (again);
    }

    /// <summary>One run of the body in its savepoint; true when a test wants it aborted and run again.</summary>
    private bool RunBody(Pending pending)
    {
        session.Execute(Savepoint);
        try
        {
            scope.Begin(pending.Request.At ?? clock.GetUtcNow(), pending.Request.Actor);
            var answer = pending.Request.Body(scope);
            if (options.AbortAfterBody is { } abort && abort(++bodies))
            {
                UndoTurn();
                return true;
            }

            if (answer.Rejection is null)
            {
                if (pending.Request.CommandId is { } id)
                {
                    session.Execute(StoreAnswer, id, pending.Request.Actor.Id, answer.Text, scope.Now);
                }

                session.Execute(Release);
                scope.TakeCallbacks(committed, rolledBack);
            }
            else
            {
                UndoTurn();
            }

            pending.Answer = answer;
            return false;
        }
        catch (StoreException failure) when (failure.Failure is not StoreFailure.Constraint || session.IsIdle)
        {
            throw;
        }
        catch (Exception bug)
        {
            UndoTurn();
            pending.Failure = bug;
            return false;
        }
    }

    private void UndoTurn()
    {
        session.Execute(RollbackTo);
        session.Execute(Release);
        keys.ForgetTurn();
        scope.RunRollbacks();
    }

    private TurnAnswer? FindRepeat(TurnRequest request)
    {
        if (request.CommandId is not { } id)
        {
            return null;
        }

        using var rows = session.Query(FindAnswer, id);
        if (!rows.Next())
        {
            return null;
        }

        return string.Equals(rows.Text(0), request.Actor.Id, StringComparison.Ordinal)
            ? TurnAnswer.Done(rows.Text(1))
            : TurnAnswer.Rejected(Rejection.Of("command.id-taken"));
    }

    private sealed class Pending(TurnRequest request)
    {
        public TurnRequest Request { get; } = request;

        public TaskCompletionSource<TurnAnswer> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TurnAnswer Answer { get; set; }

        public Exception? Failure { get; set; }

        public void Clear()
        {
            Answer = default;
            Failure = null;
        }

        public void Fail(Exception failure)
        {
            Failure = failure;
            Finish();
        }

        public void Finish()
        {
            if (Failure is { } failure)
            {
                Done.TrySetException(failure);
            }
            else
            {
                Done.TrySetResult(Answer);
            }
        }
    }
}
