using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution;

/// <summary>How an instance ends. Its clocks stop with it.</summary>
internal static class Ending
{
    public static void Complete(EngineStep step, bool terminated)
    {
        ClockBehavior.StopAll(step);
        step.Emit(new InstanceCompleted(terminated));
    }

    public static void Cancel(EngineStep step, string reason)
    {
        ClockBehavior.StopAll(step);
        TerminateAll(step);
        step.Emit(new InstanceCanceled(reason));
    }

    /// <summary>Ends every element instance, oldest first, and discards the tokens between them.</summary>
    public static void TerminateAll(EngineStep step)
    {
        var state = step.State;
        foreach (var instance in state.Elements.Items.ToArray())
        {
            Lifecycle.Terminate(step, instance);
        }

        if (state.HasReadyTokens || state.Root.ParkedTokens > 0)
        {
            step.Emit(new TokensDiscarded(state.Root.Key));
        }
    }
}
