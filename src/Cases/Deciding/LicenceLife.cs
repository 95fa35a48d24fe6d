using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Kernel;
using Approvals.Kernel.Organisations;

namespace Approvals.Cases.Deciding;

/// <summary>证照的后续: what becomes of a licence once it is out. It ends once, and may be replaced while a commitment behind it is still being checked.</summary>
internal static class LicenceLife
{
    public static Decision Decide(CaseState state, WithdrawLicence command, CaseContext context)
    {
        var rejection =
            (
                context.Actor.IsIn(Roles.Approver + "@" + (state.DecidingUnit ?? state.Unit))
                    ? null
                    : Rejection.Of("licence.approver-only")
            )
            ?? Standing(state)
            ?? Guard.Stage(state, CaseStage.Closed)
            ?? (
                command.Ending is LicenceEnding.Revoked or LicenceEnding.Cancelled
                    ? null
                    : Rejection.Of("licence.ending-missing")
            )
            ?? Guard.Lines(command.Reasons, "case.reasons-missing")
            ?? Guard.Text(command.Remedies, "case.remedies-missing");
        return rejection is null
            ? new LicenceWithdrawn(
                context.Now,
                context.Actor.Id,
                Guard.Number(context, NoticeKind.LicenceWithdrawal),
                command.Ending,
                Guard.Trim(command.Reasons),
                command.Remedies.Trim()
            )
            : rejection;
    }

    public static Decision Decide(CaseState state, ReplaceLicence command, CaseContext context)
    {
        var rejection = Guard.System(context) ?? Standing(state);
        return rejection is null ? new LicenceReplaced(context.Now, command.Successor) : rejection;
    }

    private static Rejection? Standing(CaseState state) =>
        state.LicenceDocument is null || state.Revocation is not null ? Rejection.Of("licence.none")
        : state.LicenceEnding is not null ? Rejection.Of("licence.ended-already")
        : null;
}
