using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Kernel;

namespace Approvals.Cases.Deciding;

/// <summary>承诺告知件 after the result was given: the check, the time to put right, the revocation (国办发〔2020〕42 号).</summary>
internal static class Commitment
{
    /// <summary>The result must exist: a licence, or the decision when it is the result.</summary>
    public static Decision HandOut(CaseState state, CaseContext context)
    {
        if (Guard.System(context) is { } rejection)
        {
            return rejection;
        }

        var isReady =
            state.Stage == CaseStage.Licensed
            || (
                state is { Stage: CaseStage.Approved, Licence: null } && state.Notices.ContainsKey(NoticeKind.Approval)
            );
        return isReady ? new ResultHandedOut(context.Now) : Rejection.Of("case.no-result");
    }

    public static Decision Decide(CaseState state, ConfirmCommitment command, CaseContext context)
    {
        var rejection = Guard.Stage(state, CaseStage.Verifying) ?? Guard.Text(command.Finding, "case.finding-missing");
        return rejection is null
            ? new CommitmentConfirmed(
                context.Now,
                context.Actor.Id,
                Guard.Number(context, NoticeKind.CheckRecord),
                command.Finding.Trim()
            )
            : rejection;
    }

    /// <summary>Once: who does not use the time given loses the permission (<c>case.rectified-already</c>).</summary>
    public static Decision Decide(CaseState state, RequireRectification command, CaseContext context)
    {
        var rejection =
            Guard.Stage(state, CaseStage.Verifying)
            ?? (state.Rectification is null ? null : Rejection.Of("case.rectified-already"))
            ?? Guard.Lines(command.Demands, "case.demands-missing");
        return rejection is null
            ? new RectificationRequired(
                context.Now,
                context.Actor.Id,
                Guard.Number(context, NoticeKind.Rectification),
                Guard.Trim(command.Demands)
            )
            : rejection;
    }

    public static Decision Decide(CaseState state, SubmitRectification command, CaseContext context)
    {
        var rejection = Guard.Owner(state, context) ?? Guard.Stage(state, CaseStage.Rectifying);
        return rejection is null
            ? new RectificationSubmitted(context.Now, context.Actor.Id, command.Explanation)
            : rejection;
    }

    public static Decision Decide(CaseState state, RevokeCase command, CaseContext context)
    {
        var rejection =
            Guard.Stage(state, CaseStage.Verifying)
            ?? Guard.Lines(command.Reasons, "case.reasons-missing")
            ?? Guard.Text(command.Remedies, "case.remedies-missing");
        return rejection is null
            ? new CaseRevoked(
                context.Now,
                context.Actor.Id,
                Guard.Number(context, NoticeKind.Revocation),
                Guard.Trim(command.Reasons),
                command.Remedies.Trim()
            )
            : rejection;
    }
}
