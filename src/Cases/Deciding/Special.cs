using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Kernel;

namespace Approvals.Cases.Deciding;

/// <summary>特别程序 (行政许可法 art. 45): their time does not count, and their length is told in writing.</summary>
internal static class Special
{
    private const int LongestDays = 365;

    /// <summary>
    /// <c>case.procedure-unknown</c> for one that neither the law nor the item takes out of the limit, <c>case.procedure-days</c> for a
    /// length out of 1 to 365 working days.
    /// </summary>
    public static Decision Decide(CaseState state, BeginSpecialProcedure command, CaseContext context)
    {
        var isKnown =
            SpecialProcedures.Statutory.Contains(command.Procedure)
            || context.Item.Item.SpecialProcedures.Any(procedure =>
                procedure.Name == command.Procedure && !procedure.CountsInLimit
            );
        var rejection =
            Guard.Stage(state, CaseStage.Reviewing)
            ?? (isKnown ? null : Rejection.Of("case.procedure-unknown", ("procedure", command.Procedure)))
            ?? (command.Days is >= 1 and <= LongestDays ? null : Rejection.Of("case.procedure-days"))
            ?? Guard.Text(command.Reason, "case.reason-missing");
        return rejection is null
            ? new SpecialProcedureBegun(
                context.Now,
                context.Actor.Id,
                Guard.Number(context, NoticeKind.SpecialProcedure),
                command.Procedure,
                command.Days,
                command.Reason.Trim()
            )
            : rejection;
    }

    public static Decision Decide(CaseState state, EndSpecialProcedure command, CaseContext context)
    {
        var rejection =
            Guard.Stage(state, CaseStage.Suspended) ?? Guard.Text(command.Result, "case.procedure-result-missing");
        return rejection is null
            ? new SpecialProcedureEnded(context.Now, context.Actor.Id, command.Result.Trim())
            : rejection;
    }
}
