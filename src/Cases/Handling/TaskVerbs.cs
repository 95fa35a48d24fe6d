using Approvals.Cases.Commands;
using Approvals.Kernel;
using Approvals.Kernel.Organisations;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Runtime;

namespace Approvals.Cases.Handling;

/// <summary>
/// 转办、委托、加签、减签、签署、撤回、抄送、催办及其答复 as turns. The engine decides who may; here people are resolved with their posts of today, and
/// what follows for the case happens in the same turn. People are named by actor id. The answer is the case's key.
/// </summary>
public sealed class TaskVerbs(CaseStore cases, ProcessRuntime runtime)
{
    private static readonly SqlText TaskById = new("SELECT owner, state, submitted FROM user_task WHERE key = ?1");

    private static readonly SqlText Urged = new(
        "SELECT owner, assignee, candidates FROM user_task WHERE key = ?1 AND state = 0 AND urgings > 0"
    );

    public TurnAnswer HandOver(TurnScope scope, long task, string to, string reason) =>
        WithStaff(scope, task, to, person => new HandOverUserTask(task, person, reason));

    /// <summary>To a colleague of the case's unit: nobody else can open the case.</summary>
    public TurnAnswer Delegate(TurnScope scope, long task, string to, string reason)
    {
        if (Read(scope.Session, task) is not { } row || LoadedCase.Find(scope.Session, row.Owner) is not { } loaded)
        {
            return Rejection.Of("task.not-open");
        }

        if (Organisation.StaffActor(scope.Session, to) is { } person && !WorksAt(person, loaded.State.Unit))
        {
            return Rejection.Of("task.no-colleague");
        }

        return WithStaff(scope, task, to, colleague => new DelegateUserTask(task, colleague, reason));
    }

    public TurnAnswer ResolveDelegation(TurnScope scope, long task, string? opinion) =>
        Execute(scope, task, new ResolveDelegation(task, opinion));

    public TurnAnswer AddSigner(TurnScope scope, long task, SignerOrder order, string signer, string reason) =>
        WithStaff(scope, task, signer, person => new AddSigner(task, order, person, null, reason));

    /// <summary>When nobody is left to sign, what was submitted happens.</summary>
    public TurnAnswer RemoveSigner(TurnScope scope, long task, long signer, string reason) =>
        Settled(scope, task, Execute(scope, task, new RemoveSigner(task, signer, reason)));

    /// <summary>The last signature lets happen what was submitted; a disagreement with it makes it void.</summary>
    public TurnAnswer Sign(TurnScope scope, long task, long signer, bool agrees, string? opinion) =>
        Settled(scope, task, Execute(scope, task, new SignUserTask(task, signer, agrees, opinion)));

    /// <summary>撤回审查意见.</summary>
    public TurnAnswer WithdrawReview(TurnScope scope, long task, string? reason)
    {
        var answer = Execute(scope, task, new WithdrawUserTask(task, CaseTurns.ReviewStep, reason));
        if (answer.Rejection is not null)
        {
            return answer;
        }

        var (withdrawn, rejection) = cases.Execute(
            scope,
            Read(scope.Session, task)!.Value.Owner,
            new WithdrawReview(reason)
        );
        return withdrawn is null ? rejection! : answer;
    }

    /// <summary>To members of staff; somebody without a post is refused with <c>task.person-unknown</c>.</summary>
    public TurnAnswer Copy(TurnScope scope, long task, IReadOnlyCollection<string> recipients, string? note) =>
        recipients.Any(person => Organisation.StaffActor(scope.Session, person) is null)
            ? Rejection.Of("task.person-unknown")
            : Execute(scope, task, new CopyUserTask(task, [.. recipients.Distinct(StringComparer.Ordinal)], note));

    /// <summary>A task of the case <paramref name="key"/>: by its applicant, the staff of its unit, and supervisors.</summary>
    public TurnAnswer Urge(TurnScope scope, long key, long task, string? note)
    {
        if (
            Read(scope.Session, task) is not { } row
            || row.Owner != key
            || LoadedCase.Find(scope.Session, key) is not { } loaded
        )
        {
            return Rejection.Of("task.not-open");
        }

        var mayUrge =
            scope.Actor.Id == loaded.State.Applicant.PersonId
            || WorksAt(scope.Actor, loaded.State.Unit)
            || scope.Actor.Groups.Any(group => group.StartsWith(Roles.Supervisor + "@", StringComparison.Ordinal));
        return mayUrge ? Execute(scope, task, new UrgeUserTask(task, note)) : Rejection.Of("case.not-yours");
    }

    /// <summary>答复催办, by whoever has the urged step or may take it: <c>task.not-urged</c>, <c>task.not-yours</c>.</summary>
    public TurnAnswer AnswerUrge(TurnScope scope, long task, string text)
    {
        if (ReadUrged(scope, task) is not (var owner, var isHis))
        {
            return Rejection.Of("task.not-urged");
        }

        if (!isHis)
        {
            return Rejection.Of("task.not-yours");
        }

        var (answered, rejection) = cases.Execute(scope, owner, new AnswerUrge(text));
        return answered is null ? rejection! : TurnAnswer.Done(owner.ToString());
    }

    /// <summary>The case of an urged task, and whether the actor has the task or may take it.</summary>
    private static (long Owner, bool IsHis)? ReadUrged(TurnScope scope, long task)
    {
        using var rows = scope.Session.Query(Urged, task);
        if (!rows.Next())
        {
            return null;
        }

        var candidates = rows.Text(2).Split('\n');
        var mayTake = scope
            .Actor.Groups.Select(group => "g:" + group)
            .Append("u:" + scope.Actor.Id)
            .Any(each => candidates.Contains(each, StringComparer.Ordinal));
        return (rows.Integer(0), rows.TextOrNull(1) is { } assignee ? assignee == scope.Actor.Id : mayTake);
    }

    private static bool WorksAt(Actor actor, string unit) =>
        actor.Groups.Any(group => group.EndsWith("@" + unit, StringComparison.Ordinal));

    private TurnAnswer WithStaff(TurnScope scope, long task, string actorId, Func<Actor, EngineCommand> command) =>
        Organisation.StaffActor(scope.Session, actorId) is { } person
            ? Execute(scope, task, command(person))
            : Rejection.Of("task.person-unknown");

    private TurnAnswer Execute(TurnScope scope, long task, EngineCommand command)
    {
        if (Read(scope.Session, task) is not { IsOpen: true } row)
        {
            return Rejection.Of("task.not-open");
        }

        return runtime.Execute(scope, ProcessRuntime.InstanceOf(task), command) is { } rejection
            ? rejection
            : TurnAnswer.Done(row.Owner.ToString());
    }

    /// <summary>Does to the case what has become of a step that waited for signers.</summary>
    private TurnAnswer Settled(TurnScope scope, long task, TurnAnswer answer)
    {
        if (
            answer.Rejection is not null
            || Read(scope.Session, task) is not { } row
            || LoadedCase.Find(scope.Session, row.Owner)?.State.Pending is not { } pending
            || pending.Task != task
            || row is { IsOpen: true, IsSubmitted: true }
        )
        {
            return answer;
        }

        var (settled, rejection) = row.IsOpen
            ? cases.Execute(scope, row.Owner, new ReopenStep())
            : cases.Execute(scope, row.Owner, pending.Step, new Actor(pending.By, []));
        return settled is null ? rejection! : answer;
    }

    private static (long Owner, bool IsOpen, bool IsSubmitted)? Read(SqlSession session, long task)
    {
        using var rows = session.Query(TaskById, task);
        return rows.Next() ? (rows.Integer(0), rows.Integer(1) == 0, rows.TextOrNull(2) is not null) : null;
    }
}
