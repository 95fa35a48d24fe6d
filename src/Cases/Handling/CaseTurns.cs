using System.Collections.Immutable;
using Approvals.Cases.Catalogue;
using Approvals.Cases.Commands;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Runtime;

namespace Approvals.Cases.Handling;

/// <summary>
/// The commands of people and workers as turns: the case decides, the process moves, both in one transaction. A rejection of
/// either leaves no trace of the other.
/// </summary>
public sealed class CaseTurns(CaseStore cases, ProcessRuntime runtime)
{
    /// <summary>The element of the review, in every process of cases.</summary>
    internal const string ReviewStep = "review";

    /// <summary>The element of what is decided on the spot.</summary>
    private const string SettleStep = "settle";

    private static readonly SqlText CandidatesOf = new("SELECT candidates FROM user_task WHERE key = ?1");

    private static readonly SqlText OpenRectification = new(
        "SELECT key FROM user_task WHERE owner = ?1 AND state = 0 AND element = 'rectify'"
    );

    private static readonly SqlText TaskById = new("SELECT owner, state, element FROM user_task WHERE key = ?1");

    private static readonly SqlText OpenSupply = new(
        "SELECT key FROM user_task WHERE owner = ?1 AND state = 0 AND element = 'supply'"
    );

    private static readonly SqlText LegalDue = new(
        "SELECT due FROM clock WHERE owner = ?1 AND id = 'legal' AND stopped_on IS NULL"
    );

    private readonly CaseRerouting rerouting = new(cases, runtime);

    private static readonly SqlText OpenTask = new(
        "SELECT key FROM user_task WHERE owner = ?1 AND state = 0 AND element IN ('correct', 'supplement')"
    );

    /// <summary>The process that runs the cases of each type.</summary>
    public static string ProcessOf(CaseType type) =>
        type switch
        {
            CaseType.Immediate => "immediate",
            CaseType.Committed => "committed",
            CaseType.Joint => "joint",
            CaseType.Referred => "referred",
            CaseType.NotifiedCommitment => "notified",
            CaseType.GreenChannel => "green",
            CaseType.Returned => "returned",
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
        };

    /// <summary>Whether items of the type are applied for; a case is not begun as a returned one but becomes it.</summary>
    public static bool HasProcess(CaseType type) => type != CaseType.Returned;

    /// <summary>提交申请: numbers the case and starts its process. The answer is the case's key.</summary>
    public TurnAnswer Submit(TurnScope scope, ItemVersion item, SubmitCase command)
    {
        if (!HasProcess(item.Item.CaseType))
        {
            return Rejection.Of("item.not-online", ("item", item.Item.Name));
        }

        if (
            command.Renews is { } old
            && LicenceRegister.Check(scope.Session, old, item.Item.Code, command.Applicant.PersonId) is { } unfit
        )
        {
            return unfit;
        }

        var today = CivilTime.DateOf(scope.Now);
        var reused = command.Documents.Where(document => document.Licence is not null);
        if (!reused.All(document => IsUsable(scope.Session, document.Licence!, command.Applicant.PersonId, today)))
        {
            return Rejection.Of("licence.not-usable");
        }

        var (submitted, rejection) = cases.Submit(scope, item, command);
        if (submitted is null)
        {
            return rejection!;
        }

        var key = submitted.State.Key;
        var (instance, refused) = runtime.Start(
            scope,
            ProcessOf(item.Item.CaseType),
            key,
            CaseVariables.Of(submitted, item.Item)
        );
        if (refused is not null)
        {
            return refused;
        }

        CaseRows.Attach(scope.Session, key, instance);
        return TurnAnswer.Done(key.ToString());
    }

    private static bool IsUsable(SqlSession session, string licence, string holder, DateOnly today) =>
        LicenceRegister.AsMaterial(session, licence, holder, today, "") is not null;

    /// <summary>签收; at the window the minutes of an immediate case begin to count.</summary>
    public TurnAnswer Claim(TurnScope scope, long task)
    {
        if (runtime.Execute(scope, ProcessRuntime.InstanceOf(task), new ClaimUserTask(task)) is { } refused)
        {
            return refused;
        }

        if (FindOpenTask(scope.Session, task) is { } owner && ElementOf(scope.Session, task) == SettleStep)
        {
            var (taken, rejection) = cases.Execute(scope, owner, new TakeUpCase());
            return taken is null ? rejection! : TurnAnswer.Done();
        }

        return TurnAnswer.Done();
    }

    public TurnAnswer Unclaim(TurnScope scope, long task) =>
        runtime.Execute(scope, ProcessRuntime.InstanceOf(task), new UnclaimUserTask(task)) is { } rejection
            ? rejection
            : TurnAnswer.Done();

    /// <summary>
    /// A step of the staff: completes the task with the outcome that the command stands for. While signers of the task are still
    /// asked, the step is only submitted. The answer is the case's key.
    /// </summary>
    public TurnAnswer CompleteTask(TurnScope scope, long task, CaseCommand command)
    {
        if (FindOpenTask(scope.Session, task) is not { } owner)
        {
            return Rejection.Of("task.not-open");
        }

        if (command is GiveOpinion opinion)
        {
            command = opinion with { Unit = DepartmentOf(scope.Session, task) };
        }

        if (command is GrantExtension && IsOver(scope, owner))
        {
            return Rejection.Of("case.extension-late");
        }

        // The process first: it knows who may do the step, and a stranger should learn nothing of the case.
        EngineCommand completed = command is SendBackCase back
            ? new ReturnUserTask(task, ReviewStep, back.Reason, Reviewer(scope.Session, owner))
            : new CompleteUserTask(task, OutcomeOf(command), StepVariables.Of(scope.Session, owner, command));
        if (runtime.Execute(scope, ProcessRuntime.InstanceOf(task), completed) is { } refused)
        {
            return refused;
        }

        var step = FindOpenTask(scope.Session, task) is null ? command : new SubmitStep(task, command);
        var (decided, rejection) = cases.Execute(scope, owner, step);
        return decided is null ? rejection!
            : step is ReturnCase ? rerouting.Return(scope, decided, ProcessRuntime.InstanceOf(task))
            : TurnAnswer.Done(owner.ToString());
    }

    /// <summary>
    /// The signature of whoever has just moved the case in this turn, under the paper that they were shown. The answer is that of
    /// the act, <paramref name="done"/>, unless the signature is refused.
    /// </summary>
    public TurnAnswer Sign(TurnScope scope, long key, SignPaper command, TurnAnswer done) =>
        cases.Execute(scope, key, command).Rejection is { } rejection ? rejection : done;

    /// <summary>变更办件类型.</summary>
    public TurnAnswer ChangeType(TurnScope scope, long key, ChangeType command) =>
        rerouting.Change(scope, key, command);

    /// <summary>补交承诺材料, by the applicant, at any time before their day is over; with the last one the review goes on.</summary>
    public TurnAnswer SupplyPapers(TurnScope scope, long key, SupplyPapers command)
    {
        var (supplied, rejection) = cases.Execute(scope, key, command);
        if (supplied is null)
        {
            return rejection!;
        }

        if (supplied.State.Owed.Count > 0 || scope.Session.QueryInteger(OpenSupply, key) is not { } task)
        {
            return TurnAnswer.Done(key.ToString());
        }

        var completed = new CompleteUserTask(task, null, []);
        return runtime.Execute(scope, ProcessRuntime.InstanceOf(task), completed) is { } refused
            ? refused
            : TurnAnswer.Done(key.ToString());
    }

    /// <summary>提交补正, by the applicant.</summary>
    public TurnAnswer SubmitCorrection(TurnScope scope, long key, SubmitCorrection command) =>
        AnswerTask(scope, key, OpenTask, command);

    /// <summary>提交整改情况, by the applicant.</summary>
    public TurnAnswer SubmitRectification(TurnScope scope, long key, SubmitRectification command) =>
        AnswerTask(scope, key, OpenRectification, command);

    /// <summary>What the applicant was asked for: the case takes it, then the task that asked is done.</summary>
    private TurnAnswer AnswerTask(TurnScope scope, long key, SqlText open, CaseCommand command)
    {
        if (scope.Session.QueryInteger(open, key) is not { } task)
        {
            return Rejection.Of("task.not-open");
        }

        var (answered, rejection) = cases.Execute(scope, key, command);
        if (answered is null)
        {
            return rejection!;
        }

        var completed = new CompleteUserTask(task, null, []);
        return runtime.Execute(scope, ProcessRuntime.InstanceOf(task), completed) is { } refused
            ? refused
            : TurnAnswer.Done(key.ToString());
    }

    /// <summary>撤回: the case ends, and its process with it.</summary>
    public TurnAnswer Withdraw(TurnScope scope, long key)
    {
        var (withdrawn, rejection) = cases.Execute(scope, key, new WithdrawCase());
        if (withdrawn is null)
        {
            return rejection!;
        }

        var instance = CaseRows.InstanceOf(scope.Session, key);
        return runtime.Execute(scope, instance, new CancelInstance("withdrawn")) is { } refused
            ? refused
            : TurnAnswer.Done(key.ToString());
    }

    /// <summary>评价.</summary>
    public TurnAnswer Rate(TurnScope scope, long key, RateCase command)
    {
        var (rated, rejection) = cases.Execute(scope, key, command);
        return rated is null ? rejection! : TurnAnswer.Done(key.ToString());
    }

    /// <summary>
    /// A worker's result: the commands it leads to, then its job completed, in one turn. A job that is gone was done by
    /// somebody else and is rejected without effect.
    /// </summary>
    public TurnAnswer CompleteJob(TurnScope scope, long job, long key, ImmutableArray<CaseCommand> commands)
    {
        foreach (var command in commands)
        {
            var (done, rejection) = cases.Execute(scope, key, command);
            if (done is null)
            {
                return rejection!;
            }
        }

        return runtime.Execute(scope, ProcessRuntime.InstanceOf(job), new CompleteJob(job, [])) is { } refused
            ? refused
            : TurnAnswer.Done();
    }

    /// <summary>原审查人, to whom a review goes back.</summary>
    private static Actor? Reviewer(SqlSession session, long key) =>
        LoadedCase.Find(session, key)?.State.Review is { } review ? Organisation.StaffActor(session, review.By) : null;

    /// <summary>A limit that is over can't be extended any more.</summary>
    private static bool IsOver(TurnScope scope, long owner) =>
        scope.Session.QueryInteger(LegalDue, owner) is { } due && due <= scope.Now.ToUnixTimeMilliseconds();

    internal static long? FindOpenTask(SqlSession session, long task)
    {
        using var rows = session.Query(TaskById, task);
        return rows.Next() && rows.Integer(1) == 0 ? rows.Integer(0) : null;
    }

    /// <summary>The department that a task asks, from its candidates <c>g:reviewer@police</c>.</summary>
    private static string DepartmentOf(SqlSession session, long task)
    {
        using var rows = session.Query(CandidatesOf, task);
        return rows.Next() ? rows.Text(0).Split('\n')[0].Split('@')[^1] : "";
    }

    private static string? ElementOf(SqlSession session, long task)
    {
        using var rows = session.Query(TaskById, task);
        return rows.Next() ? rows.Text(2) : null;
    }

    /// <summary>Null for a step that ends in one way only.</summary>
    private static string? OutcomeOf(CaseCommand command) =>
        command switch
        {
            AcceptCase => "accept",
            RequestCorrection => "correct",
            DeclineCase => "reject",
            ReviewCase { Recommendation: Recommendation.Grant } => "pass",
            ReviewCase => "oppose",
            ApproveCase => "approve",
            RefuseCase => "refuse",
            ConfirmCommitment => "kept",
            RequireRectification => "rectify",
            RevokeCase => "broken",
            BeginSpecialProcedure => "special",
            GiveOpinion { Agrees: true } => "agree",
            GiveOpinion => "disagree",
            ArrangeInspection => "inspect",
            RecordMeeting => "meet",
            RequestExtension => "extend",
            GrantExtension => "grant",
            DeclineExtension => "deny",
            ReturnCase => "return",
            EndSpecialProcedure or RecordInspection or HandBackPapers or SignLicence => null,
            _ => throw new ArgumentOutOfRangeException(
                nameof(command),
                command,
                "This command is no step of the staff."
            ),
        };
}
