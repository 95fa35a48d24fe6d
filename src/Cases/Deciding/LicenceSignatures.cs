using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Kernel;

namespace Approvals.Cases.Deciding;

/// <summary>
/// 证照签名. That the signature is the person's own was checked where it was taken; here holds whose turn it is, and that nobody signed
/// in between.
/// </summary>
internal static class LicenceSignatures
{
    public static Decision Decide(CaseState state, DraftLicence command, CaseContext context)
    {
        if ((Guard.System(context) ?? Guard.Stage(state, CaseStage.Approved)) is { } rejection)
        {
            return rejection;
        }

        return state.LicenceDraft is not null || state.Licence is null || command.Signatories.Count == 0
            ? Decision.Nothing
            : new LicenceDrafted(context.Now, command.Signatories);
    }

    public static Decision Decide(CaseState state, SignLicence command, CaseContext context)
    {
        if (Guard.Stage(state, CaseStage.Approved) is { } wrong)
        {
            return wrong;
        }

        if (state.NextSignatory is not { } next || next.Field != command.Field)
        {
            return Rejection.Of("licence.signed-already");
        }

        if (next.Person != context.Actor.Id)
        {
            return Rejection.Of("licence.not-your-signature");
        }

        return state.SignedLicence == command.Before
            ? new LicenceSigned(context.Now, context.Actor.Id, command.Field, command.Document, command.Certificate)
            : Rejection.Of("licence.changed");
    }
}
