using System.Collections.Immutable;
using Approvals.Cases.Commands;
using Approvals.Cases.Notices;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Organisations;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Runtime;

namespace Approvals.Cases.Handling;

/// <summary>Whether papers are still owed, and the end of their last day: <c>owed</c>, <c>owedUntil</c>.</summary>
public sealed class OwedPapers : IInlineJobHandler
{
    public string Type => "case.owed-papers";

    public ImmutableArray<Variable> Handle(TurnScope scope, LoadedInstance instance, JobCreated job)
    {
        var owed = LoadedCase.Find(scope.Session, instance.Owner)!.State.Owed;
        return
        [
            new("owed", FeelValue.From(owed.Count > 0)),
            new(
                "owedUntil",
                owed.Count > 0 ? FeelValue.From(CivilTime.EndOf(owed.Max(paper => paper.DueOn))) : FeelValue.Null
            ),
        ];
    }
}

/// <summary>承诺补交逾期: the case goes back to its reviewer, supervision hears of it, and so does the applicant.</summary>
public sealed class UndertakingOverdue(CaseStore cases) : IInlineJobHandler
{
    public string Type => "case.undertaking-overdue";

    public ImmutableArray<Variable> Handle(TurnScope scope, LoadedInstance instance, JobCreated job)
    {
        var (broken, rejection) = cases.Execute(scope, instance.Owner, new BreakUndertaking(), Actor.System("process"));
        if (broken is null)
        {
            throw new InvalidOperationException($"{Type}: {rejection!.Code}.");
        }

        Alarms.RaiseBrokenUndertaking(scope, broken);
        return [];
    }
}

/// <summary>绿色通道件每日提醒: on every working day, whoever has the case, and the applicant while papers are owed.</summary>
public sealed class DailyReminder(Func<WorkingCalendar> calendar) : IInlineJobHandler
{
    public string Type => "case.daily-reminder";

    public ImmutableArray<Variable> Handle(TurnScope scope, LoadedInstance instance, JobCreated job)
    {
        var today = CivilTime.DateOf(scope.Now);
        if (
            !calendar().IsWorkingDay(today)
            || LoadedCase.Find(scope.Session, instance.Owner) is not { } loaded
            || !loaded.State.Stage.IsUndecided()
        )
        {
            return [];
        }

        var (item, query) = (loaded.Row.ItemName, loaded.State.QueryNumber);
        var unit = loaded.State.Unit;
        var group = CaseClocks.RoleAt(loaded.State.Stage) + "@" + unit;
        CaseMessaging.SendToGroup(
            scope,
            instance.Owner,
            group,
            StaffMessages.GreenChannel(item, query, loaded.Row.Step)
        );
        foreach (var owed in loaded.State.Owed)
        {
            CaseMessaging.Send(
                scope,
                instance.Owner,
                loaded.State.Applicant.PersonId,
                CaseMessages.PaperOwed(item, query, owed.Material, owed.DueOn)
            );
        }

        return [];
    }
}
