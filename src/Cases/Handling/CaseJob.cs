using System.Collections.Immutable;
using Approvals.Cases.Commands;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Runtime;

namespace Approvals.Cases.Handling;

/// <summary>A job that gives its case one command, in the turn that reached it, and completes with what follows from the case.</summary>
public sealed class CaseJob(
    string type,
    CaseStore cases,
    Func<JobState, CaseCommand> command,
    Func<LoadedCase, ImmutableArray<Variable>>? result = null
) : IInlineJobHandler
{
    private static readonly Actor Platform = Actor.System("process");

    public string Type => type;

    public ImmutableArray<Variable> Handle(TurnScope scope, LoadedInstance instance, JobCreated job)
    {
        instance.State.Waits.TryFind(job.Key, out var wait);
        var (done, rejection) = cases.Execute(scope, instance.Owner, command((JobState)wait!), Platform);
        return done is null
            ? throw new InvalidOperationException($"{type}: {rejection!.Code}.")
            : result?.Invoke(done) ?? [];
    }
}

/// <summary>The jobs of the processes of cases that are SQL and pure code only.</summary>
public static class CaseJobs
{
    public static IReadOnlyList<IInlineJobHandler> All(CaseStore cases, Func<WorkingCalendar> calendar) =>
        [
            new DeliverResult(cases),
            new CaseJob("case.hand-out", cases, _ => new HandOutResult()),
            new CaseJob("case.deem-accepted", cases, _ => new DeemAccepted(), ReceivedOn),
            new CaseJob("case.open-branches", cases, _ => new OpenBranches(), Branches),
            new CaseJob("case.approve-by-silence", cases, _ => new ApproveBySilence()),
            new OwedPapers(),
            new UndertakingOverdue(cases),
            new DailyReminder(calendar),
            new CaseJob("case.branch-absent", cases, job => new DefaultOpinion(UnitOf(job))),
        ];

    private static ImmutableArray<Variable> ReceivedOn(LoadedCase loaded) =>
        [new("receivedOn", FeelValue.From(loaded.State.DeemedFrom!.Value))];

    /// <summary>A list of <c>{unit, due}</c>; the branch ends with the last day.</summary>
    private static ImmutableArray<Variable> Branches(LoadedCase loaded) =>
        [
            new(
                "branches",
                FeelValue.From(
                    (IReadOnlyList<FeelValue>)
                        [
                            .. loaded.State.Branches.Select(branch =>
                                FeelValue.From(
                                    new FeelContext.Builder()
                                        .Set("unit", FeelValue.From(branch.Unit))
                                        .Set("due", FeelValue.From(CivilTime.EndOf(branch.DueDay)))
                                        .Build()
                                )
                            ),
                        ]
                )
            ),
        ];

    private static string UnitOf(JobState job) =>
        job.Task.TryGetValue("branch", out var branch)
        && branch.Kind == FeelKind.Context
        && branch.AsContext().TryGetValue("unit", out var unit)
            ? unit.AsString()
            : throw new InvalidOperationException("The job stands in no branch of a joint case.");
}
