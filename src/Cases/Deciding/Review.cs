using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Kernel;

namespace Approvals.Cases.Deciding;

/// <summary>审查, and 退回审查 by the approver.</summary>
internal static class Review
{
    public static Decision Decide(CaseState state, ReviewCase command, CaseContext context)
    {
        var rejection = Guard.Stage(state, CaseStage.Reviewing) ?? Guard.Text(command.Opinion, "case.opinion-missing");
        if (rejection is not null)
        {
            return rejection;
        }

        var reviewed = new CaseReviewed(context.Now, context.Actor.Id, command.Recommendation, command.Opinion.Trim());
        return state.Type == CaseType.Referred
            ? Decision.Of(
                reviewed,
                new CaseReferred(
                    context.Now,
                    Guard.Number(context, NoticeKind.Referral),
                    state.FirstUnit,
                    context.Item.Item.Unit
                )
            )
            : Undertakings.Reviewed(state, reviewed, context);
    }

    public static Decision Decide(CaseState state, SendBackCase command, CaseContext context)
    {
        var rejection = Guard.Stage(state, CaseStage.Deciding) ?? Guard.Text(command.Reason, "case.reason-missing");
        if (rejection is not null)
        {
            return rejection;
        }

        return new CaseSentBack(context.Now, context.Actor.Id, command.Reason.Trim());
    }

    /// <summary>Only the reviewer's own: the engine has let nobody else do it, and the case knows who it was.</summary>
    public static Decision Decide(CaseState state, WithdrawReview command, CaseContext context)
    {
        var rejection =
            Guard.Stage(state, CaseStage.Deciding)
            ?? (state.Review?.By == context.Actor.Id ? null : Rejection.Of("task.not-your-submission"));
        if (rejection is not null)
        {
            return rejection;
        }

        var reason = string.IsNullOrWhiteSpace(command.Reason) ? null : command.Reason.Trim();
        return new ReviewWithdrawn(context.Now, context.Actor.Id, reason);
    }
}
