using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Kernel;

namespace Approvals.Cases.Deciding;

/// <summary>退回件: not taken in, always with a written reason and where to go (行政许可法 art. 32).</summary>
internal static class Returning
{
    public static Decision Decide(CaseState state, ReturnCase command, CaseContext context)
    {
        var rejection =
            Guard.Stage(state, CaseStage.Submitted)
            ?? (state.Type.IsOnTheSpot() ? Guard.WrongStage(state) : null)
            ?? (Enum.IsDefined(command.Ground) ? null : Rejection.Of("case.ground-missing"))
            ?? Guard.Text(command.Reason, "case.reason-missing")
            ?? Guard.Text(command.WhereToGo, "case.where-missing");
        return rejection is null
            ? new CaseReturned(
                context.Now,
                context.Actor.Id,
                Guard.Number(context, NoticeKind.Return),
                command.Ground,
                command.Reason.Trim(),
                command.WhereToGo.Trim()
            )
            : rejection;
    }

    /// <summary>Only what came over the counter can be handed back.</summary>
    public static Decision Decide(CaseState state, HandBackPapers command, CaseContext context)
    {
        var rejection =
            Guard.Stage(state, CaseStage.Returned)
            ?? (state.IsAtWindow && state.HandedBack is null ? null : Rejection.Of("case.nothing-to-hand-back"))
            ?? Guard.Text(command.Receiver, "case.receiver-missing");
        return rejection is null
            ? new PapersHandedBack(
                context.Now,
                context.Actor.Id,
                Guard.Number(context, NoticeKind.ReturnReceipt),
                command.Receiver.Trim()
            )
            : rejection;
    }
}
