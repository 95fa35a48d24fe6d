using Approvals.Cases.Commands;
using Approvals.Cases.Events;
using Approvals.Kernel;

namespace Approvals.Cases.Deciding;

/// <summary>
/// Steps that wait for signers (加签). Whether somebody may submit, and when all have signed, is the engine's affair; here holds that
/// what is submitted could happen now, so that no signer is asked about a step that the case refuses.
/// </summary>
internal static class Signing
{
    public static Decision Decide(CaseState state, SubmitStep command, CaseContext context)
    {
        if (state.Pending is not null)
        {
            return Rejection.Of("case.step-pending");
        }

        // The number is taken when the step happens; any stands for it in the trial.
        var trial = CaseDecider.Decide(state, command.Step, context with { Sequence = 1 });
        return trial.Rejection is { } rejection
            ? rejection
            : new StepSubmitted(context.Now, context.Actor.Id, command.Task, command.Step);
    }

    public static Decision Reopen(CaseState state, CaseContext context) =>
        state.Pending is null ? Rejection.Of("case.no-step-pending") : new StepReopened(context.Now, context.Actor.Id);
}
