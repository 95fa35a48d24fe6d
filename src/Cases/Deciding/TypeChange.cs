using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Kernel;
using Approvals.Kernel.Organisations;

namespace Approvals.Cases.Deciding;

/// <summary>办件类型变更: a committed case becomes joint or goes through the green channel; a green-channel case falls back.</summary>
internal static class TypeChange
{
    private const int LongestBranch = 45;

    /// <summary>By the approver of the unit that has the case, while it is examined or reviewed.</summary>
    public static Decision Decide(CaseState state, ChangeType command, CaseContext context)
    {
        var rejection =
            (context.Actor.IsIn(Roles.Approver + "@" + state.Unit) ? null : Rejection.Of("case.approver-only"))
            ?? (TypeChanges.From(state.Type).Contains(command.To) ? null : Rejection.Of("case.type-change-unknown"))
            ?? (state.Stage is CaseStage.Submitted or CaseStage.Reviewing ? null : Guard.WrongStage(state))
            ?? (state.Pending is null ? null : Rejection.Of("case.step-pending"))
            ?? Guard.Text(command.Reason, "case.reason-missing")
            ?? Departments(state, command)
            ?? Promise(state, command);
        return rejection is null
            ? new CaseTypeChanged(
                context.Now,
                context.Actor.Id,
                Guard.Number(context, NoticeKind.TypeChange),
                state.Type,
                command.To,
                command.Reason.Trim(),
                PromiseOf(state, command, context),
                command.Departments
            )
            : rejection;
    }

    /// <summary>Who takes part in parallel review or in the joint meeting; the lead unit is in it anyway.</summary>
    private static Rejection? Departments(CaseState state, ChangeType command)
    {
        if (command.To == CaseType.Committed)
        {
            return null;
        }

        var isFit =
            command.Departments.Select(each => each.Unit).Distinct(StringComparer.Ordinal).Count()
                == command.Departments.Count
            && command.Departments.All(each =>
                each.Unit.Length > 0 && each.Unit != state.Unit && each.Days is >= 1 and <= LongestBranch
            );
        return !isFit ? Rejection.Of("case.departments")
            : command.To == CaseType.Joint && command.Departments.Count == 0 ? Rejection.Of("case.departments-missing")
            : null;
    }

    private static Rejection? Promise(CaseState state, ChangeType command) =>
        command.To != CaseType.GreenChannel || (command.PromisedDays >= 1 && command.PromisedDays <= state.PromisedDays)
            ? null
            : Rejection.Of(
                "case.promise-not-shorter",
                ("days", state.PromisedDays.ToString(System.Globalization.CultureInfo.InvariantCulture))
            );

    /// <summary>A green channel is quicker; who leaves it has the promise of the item again.</summary>
    private static int PromiseOf(CaseState state, ChangeType command, CaseContext context) =>
        command.To switch
        {
            CaseType.GreenChannel => command.PromisedDays,
            CaseType.Committed => Math.Max(context.Item.Item.Limits.PromisedDays, state.PromisedDays),
            _ => state.PromisedDays,
        };
}
