using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Kernel;

namespace Approvals.Cases.Deciding;

/// <summary>
/// 签发稿. Comes in the turn of the act that it is the signature of; that it is the person's own was checked where it was taken. Only the
/// applicant, or a member of staff, signs: never the platform.
/// </summary>
internal static class PaperSignatures
{
    public static Decision Decide(CaseState state, SignPaper command, CaseContext context)
    {
        var isApplication = command.Kind is null;
        if (context.Actor.Id.StartsWith("system:", StringComparison.Ordinal))
        {
            return Rejection.Of("paper.not-your-signature");
        }

        return isApplication && Guard.Owner(state, context) is { } rejection
            ? rejection
            : new PaperSigned(context.Now, context.Actor.Id, command.Document, command.Certificate, command.Kind);
    }
}
