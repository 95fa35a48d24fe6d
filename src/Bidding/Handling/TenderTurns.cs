using System.Collections.Immutable;
using System.Security.Cryptography;
using Approvals.Bidding.Evaluation;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Tenders;
using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution.Commands;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Runtime;

namespace Approvals.Bidding.Handling;

/// <summary>The steps of people as turns: the process says who may, the tender decides, both in one transaction.</summary>
public sealed class TenderTurns(
    TenderStore tenders,
    TenderRecords records,
    TenderProcess process,
    ProcessRuntime runtime
)
{
    public const string ProcessId = "tender";

    private static readonly SqlText OpenTasks = new(
        "SELECT key, candidates FROM user_task WHERE owner = ?1 AND state = 0 AND element = ?2 ORDER BY key"
    );

    /// <summary>项目申报: numbers the tender and starts its process. The answer is the number.</summary>
    public TurnAnswer Declare(TurnScope scope, Declaration declaration)
    {
        var (declared, rejection) = tenders.Declare(scope, declaration);
        if (declared is null)
        {
            return rejection!;
        }

        var state = declared.State;
        var (instance, refused) = runtime.Start(
            scope,
            ProcessId,
            state.Key,
            [new("tender", FeelValue.From(state.Number)), new("tenderer", FeelValue.From(declaration.Tenderer))]
        );
        if (refused is not null)
        {
            return refused;
        }

        TenderRows.AttachInstance(scope.Session, state.Key, instance);
        return CompleteTask(scope, state.Key, "declare", null, []) is { } not ? not : TurnAnswer.Done(state.Number);
    }

    public TurnAnswer ChooseAgency(TurnScope scope, long key, AgencyChoice choice) =>
        Do(
            scope,
            key,
            "choose_agency",
            choice.Manner == AgencyManner.Draw ? "draw" : "own",
            new ChooseAgency(choice),
            [new("agency", FeelValue.From(choice.Agency))]
        );

    /// <summary>The first file completes the task; a later one replaces it until the notice is signed.</summary>
    public TurnAnswer Compile(TurnScope scope, long key, TenderFile file)
    {
        if (LoadedTender.Find(scope.Session, key) is { State.Stage: TenderStage.Keying })
        {
            return After(scope, key, tenders.Execute(scope, key, new CompileFile(file)).Rejection);
        }

        return Do(
            scope,
            key,
            "compile",
            null,
            new CompileFile(file),
            [new("supervisor", FeelValue.From(file.Supervisor))]
        );
    }

    public TurnAnswer ReadOut(TurnScope scope, long key) => Do(scope, key, "read_out", null, new ReadOutBids(), []);

    public TurnAnswer JudgeQualification(TurnScope scope, long key, ImmutableArray<Qualification> results) =>
        Do(
            scope,
            key,
            "qualification",
            results.Any(each => each.Passed) ? "pass" : "none",
            new JudgeQualification(results),
            []
        );

    /// <summary>A member's sheet: its commitment goes into the record at once, the sheet itself is kept until all have committed.</summary>
    /// <param name="salt">32 random bytes of this sheet.</param>
    public TurnAnswer SealSheet(
        TurnScope scope,
        long key,
        ImmutableArray<(string Slot, decimal Points)> points,
        byte[] salt
    )
    {
        if (LoadedTender.Find(scope.Session, key)?.State is not { } tender)
        {
            return Rejection.Of("tender.unknown");
        }

        var expert = tender.ExpertOf(scope.Actor.Id);
        var ordered = points.OrderBy(each => each.Slot, StringComparer.Ordinal);
        var sheet = new ScoreSheet([.. ordered]).Write();
        var record = records.InTurn(scope, tender.Record);
        var versions = record.Evaluation.Commitments.GetValueOrDefault(expert, []);
        var document = scope.AddDocument("sheet", "application/octet-stream", (byte[])[.. salt, .. sheet]);
        var (_, rejection) = tenders.Execute(scope, key, new SealSheet(versions.Length + 1, points, document.Id));
        if (rejection is not null)
        {
            return rejection;
        }

        var previous = versions.IsEmpty ? new byte[SHA256.HashSizeInBytes] : versions[^1];
        var commitment = ScoreSheet.CommitmentTo(record.NoticeHash, expert, versions.Length + 1, previous, salt, sheet);
        if (
            records.Append(
                scope,
                tender.Record,
                new ScoreCommitted(scope.Now, expert, versions.Length + 1, commitment)
            ) is
            { } refused
        )
        {
            return refused;
        }

        // The first version completes the member's task; a change of it is a version, not another task.
        return After(scope, key, versions.IsEmpty ? CompleteTask(scope, key, "score", null, []) : null);
    }

    /// <summary>The last signature ends the evaluation.</summary>
    public TurnAnswer SignReport(TurnScope scope, long key, string? dissent)
    {
        var (signed, rejection) = tenders.Execute(scope, key, new SignReport(dissent));
        if (signed is null)
        {
            return rejection!;
        }

        var isLast = signed.State.Signatures.Length == signed.State.Committee.Length;
        return After(scope, key, isLast ? CompleteTask(scope, key, "evaluation_report", null, []) : null);
    }

    /// <summary>视为同意: ends the evaluation without the signatures of those who keep silent.</summary>
    public TurnAnswer CloseReport(TurnScope scope, long key, string reason) =>
        Do(scope, key, "evaluation_report", null, new CloseReport(reason), []);

    public TurnAnswer SignContract(TurnScope scope, long key, string number) =>
        Do(scope, key, "sign_contract", "signed", new SignContract(number), []);

    public TurnAnswer AbandonAward(TurnScope scope, long key, int lot, string reason) =>
        Do(scope, key, "sign_contract", "abandoned", new AbandonAward(lot, reason), []);

    public TurnAnswer DecideRetender(TurnScope scope, long key) =>
        Do(scope, key, "retender", null, new DecideRetender(), []);

    /// <summary>The process first: it knows who may do the step, and a stranger should learn nothing of the tender.</summary>
    private TurnAnswer Do(
        TurnScope scope,
        long key,
        string element,
        string? outcome,
        TenderCommand command,
        ImmutableArray<Variable> variables
    ) =>
        After(
            scope,
            key,
            CompleteTask(scope, key, element, outcome, variables) ?? tenders.Execute(scope, key, command).Rejection
        );

    private TurnAnswer After(TurnScope scope, long key, Rejection? rejection)
    {
        if (rejection is not null)
        {
            return rejection;
        }

        process.Advance(scope, key);
        return TurnAnswer.Done(key.ToString());
    }

    private Rejection? CompleteTask(
        TurnScope scope,
        long key,
        string element,
        string? outcome,
        ImmutableArray<Variable> variables
    )
    {
        if (TaskOf(scope, key, element) is not { } task)
        {
            return Rejection.Of("tender.out-of-order");
        }

        return runtime.Execute(scope, ProcessRuntime.InstanceOf(task), new CompleteUserTask(task, outcome, variables));
    }

    /// <summary>The actor's own task where there are several; else the one there is, whose candidates the engine checks.</summary>
    private static long? TaskOf(TurnScope scope, long key, string element)
    {
        long? any = null;
        using var rows = scope.Session.Query(OpenTasks, key, element);
        while (rows.Next())
        {
            any ??= rows.Integer(0);
            if (rows.Text(1).Split('\n').Contains("u:" + scope.Actor.Id))
            {
                return rows.Integer(0);
            }
        }

        return any;
    }
}
