using Approvals.Cases.Commands;
using Approvals.Cases.Events;

namespace Approvals.Cases.Deciding;

/// <summary>受理与不予受理 (行政许可法 art. 32).</summary>
internal static class Acceptance
{
    public static Decision Decide(CaseState state, AcceptCase command, CaseContext context)
    {
        var owed = command.Owed ?? [];
        var rejection =
            Guard.Stage(state, CaseStage.Submitted)
            ?? (state.Type.IsOnTheSpot() ? Guard.WrongStage(state) : null)
            ?? Undertakings.Check(state, owed, context)
            ?? (state.Type == CaseType.GreenChannel ? Undertakings.Complete(state, owed, context) : null);
        if (rejection is not null)
        {
            return rejection;
        }

        var accepted = new CaseAccepted(
            context.Now,
            context.Actor.Id,
            Guard.Number(context, NoticeKind.Acceptance),
            string.IsNullOrWhiteSpace(command.Remark) ? null : command.Remark.Trim()
        );
        return owed.Count == 0
            ? accepted
            : Decision.Of(
                accepted,
                new PapersPromised(context.Now, context.Actor.Id, Guard.Number(context, NoticeKind.Undertaking), owed)
            );
    }

    /// <summary>视为受理 from the day of receipt.</summary>
    public static Decision Deem(CaseState state, CaseContext context)
    {
        var rejection = Guard.System(context) ?? Guard.Stage(state, CaseStage.Submitted);
        return rejection is null
            ? new CaseDeemedAccepted(
                context.Now,
                Guard.Number(context, NoticeKind.Acceptance),
                Kernel.Calendar.CivilTime.DateOf(state.SubmittedAt)
            )
            : rejection;
    }

    /// <summary>窗口开始办理: the first time counts, and for cases that are decided on the spot only.</summary>
    public static Decision TakeUp(CaseState state, CaseContext context) =>
        state.Stage == CaseStage.Submitted && state.Type.IsOnTheSpot() && state.TakenUpAt is null
            ? new CaseTakenUp(context.Now, context.Actor.Id)
            : Decision.Nothing;

    public static Decision Decide(CaseState state, DeclineCase command, CaseContext context)
    {
        var rejection =
            Guard.Stage(state, CaseStage.Submitted)
            ?? Guard.Text(command.Reason, "case.reason-missing")
            ?? Guard.Text(command.WhereToGo, "case.where-missing");
        if (rejection is not null)
        {
            return rejection;
        }

        return new CaseNotAccepted(
            context.Now,
            context.Actor.Id,
            Guard.Number(context, NoticeKind.NonAcceptance),
            command.Reason.Trim(),
            command.WhereToGo.Trim()
        );
    }
}
