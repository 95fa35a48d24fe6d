using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Containers;

/// <summary>The body of an activity that repeats.</summary>
internal sealed class LoopBehavior : ElementBehavior
{
    public override Fault? Activate(EngineStep step, ElementInstance instance) =>
        throw new NotSupportedException("Activities that repeat are refused by the vocabulary.");

    /// <summary>The next round begins.</summary>
    public static void Next(EngineStep step, ScopeState body) =>
        Lifecycle.Enter(step, body.Owner!.Element, body, flowId: null);
}
