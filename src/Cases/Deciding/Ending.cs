using System.Globalization;
using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Kernel;

namespace Approvals.Cases.Deciding;

/// <summary>办结、撤回、评价.</summary>
internal static class Ending
{
    /// <summary>No case ends without the paper that carries its result (办件假办结): <c>case.no-result</c>.</summary>
    public static Decision Close(CaseState state, CaseContext context)
    {
        if (Guard.System(context) is { } rejection)
        {
            return rejection;
        }

        if (state.Stage == CaseStage.Closed)
        {
            return Decision.Nothing;
        }

        CaseResult? result = state.Stage switch
        {
            CaseStage.Licensed when state.Type != CaseType.NotifiedCommitment => CaseResult.Granted,
            CaseStage.Verified when Has(state, NoticeKind.CheckRecord) => CaseResult.Granted,
            CaseStage.Revoked when Has(state, NoticeKind.Revocation) => CaseResult.Revoked,
            CaseStage.Approved
                when state.Type != CaseType.NotifiedCommitment
                    && state.Licence is null
                    && Has(state, NoticeKind.Approval) => CaseResult.Granted,
            CaseStage.Refused when Has(state, NoticeKind.Refusal) => CaseResult.Refused,
            CaseStage.Returned
                when Has(state, NoticeKind.Return) && (!state.IsAtWindow || Has(state, NoticeKind.ReturnReceipt)) =>
                CaseResult.Returned,
            CaseStage.NotAccepted when Has(state, NoticeKind.NonAcceptance) => CaseResult.NotAccepted,
            _ => null,
        };
        return result is { } reached ? new CaseClosed(context.Now, reached) : Rejection.Of("case.no-result");
    }

    public static Decision Decide(CaseState state, WithdrawCase command, CaseContext context)
    {
        var rejection =
            Guard.Owner(state, context) ?? (state.Stage.IsUndecided() ? null : Rejection.Of("case.already-decided"));
        return rejection is null ? new CaseWithdrawn(context.Now, context.Actor.Id, command.Reason) : rejection;
    }

    public static Decision Decide(CaseState state, RateCase command, CaseContext context)
    {
        var rejection =
            Guard.Owner(state, context)
            ?? (state.Stage == CaseStage.Closed ? null : Rejection.Of("case.not-closed"))
            ?? (state.IsRated ? Rejection.Of("case.already-rated") : null)
            ?? (
                command.Stars is >= 1 and <= 5
                    ? null
                    : Rejection.Of(
                        "case.stars-out-of-range",
                        ("stars", command.Stars.ToString(CultureInfo.InvariantCulture))
                    )
            );
        return rejection is null
            ? new CaseRated(context.Now, context.Actor.Id, command.Stars, command.Channel, command.Comment)
            : rejection;
    }

    private static bool Has(CaseState state, NoticeKind kind) => state.Notices.ContainsKey(kind);
}
