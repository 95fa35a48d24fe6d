using System.Globalization;
using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Kernel;

namespace Approvals.Cases.Deciding;

/// <summary>
/// 延期 (行政许可法 art. 42): once, at most 10 working days with the approval of the body's head, 15 in joint handling with that of the
/// government's, and told to the applicant with its reason.
/// </summary>
internal static class Extension
{
    public static Decision Decide(CaseState state, RequestExtension command, CaseContext context)
    {
        var longest = ExtensionRules.LongestDays(state.Type);
        var rejection =
            Guard.Stage(state, CaseStage.Reviewing)
            ?? (state.Type is CaseType.Committed or CaseType.Joint ? null : Rejection.Of("case.extension-type"))
            ?? (state.ExtendedDays == 0 ? null : Rejection.Of("case.extended-already"))
            ?? (
                command.Days >= 1 && command.Days <= longest
                    ? null
                    : Rejection.Of("case.extension-days", ("most", longest.ToString(CultureInfo.InvariantCulture)))
            )
            ?? Guard.Text(command.Reason, "case.reason-missing");
        return rejection is null
            ? new ExtensionRequested(context.Now, context.Actor.Id, command.Days, command.Reason.Trim())
            : rejection;
    }

    public static Decision Decide(CaseState state, GrantExtension command, CaseContext context)
    {
        var rejection =
            Guard.Stage(state, CaseStage.Extending)
            ?? Guard.Text(command.ApprovedBy, "case.extension-approval-missing");
        return rejection is null
            ? new ExtensionGranted(
                context.Now,
                context.Actor.Id,
                Guard.Number(context, NoticeKind.Extension),
                state.Extension!.Days,
                state.Extension.Reason,
                command.ApprovedBy.Trim()
            )
            : rejection;
    }

    public static Decision Decide(CaseState state, DeclineExtension command, CaseContext context)
    {
        var rejection = Guard.Stage(state, CaseStage.Extending) ?? Guard.Text(command.Reason, "case.reason-missing");
        return rejection is null
            ? new ExtensionDeclined(context.Now, context.Actor.Id, command.Reason.Trim())
            : rejection;
    }
}
