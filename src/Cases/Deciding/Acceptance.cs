using Approvals.Cases.Commands;
using Approvals.Cases.Events;

namespace Approvals.Cases.Deciding;

/// <summary>受理与不予受理 (行政许可法 art. 32).</summary>
internal static class Acceptance
{
    public static Decision Decide(CaseState state, AcceptCase command, CaseContext context)
    {
        if (Guard.Stage(state, CaseStage.Submitted) is { } rejection)
        {
            return rejection;
        }

        return new CaseAccepted(
            context.Now,
            context.Actor.Id,
            Guard.Number(context, NoticeKind.Acceptance),
            string.IsNullOrWhiteSpace(command.Remark) ? null : command.Remark.Trim()
        );
    }

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
