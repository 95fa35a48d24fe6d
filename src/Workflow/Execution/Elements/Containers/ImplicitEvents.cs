using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Elements.Events.Throwing;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Elements.Containers;

/// <summary>
/// What a multi-instance activity throws to its own border as an instance of it ends (BPMN §10.3.8, table 10.30): each time, the first
/// time only, or the events of those complex definitions whose condition holds. An error that nobody catches is a fault of the instance.
/// </summary>
internal static class ImplicitEvents
{
    /// <param name="counts">The numbers of table 10.31, as the completion condition reads them.</param>
    /// <param name="thrown">What is to be given when the instance has ended.</param>
    public static Fault? Of(
        EngineStep step,
        ElementInstance container,
        IFeelScope counts,
        out ImmutableArray<EventTrigger> thrown
    )
    {
        var loop = (MultiInstance)container.Element.Loop!;
        thrown = [];
        if (loop.Behavior is MultiInstanceBehavior.All)
        {
            return null;
        }

        foreach (var behavior in loop.Behaviors)
        {
            if (Evaluation.Test(step, behavior.Condition, counts, out var holds) is { } fault)
            {
                return fault;
            }

            thrown = holds ? thrown.AddRange(behavior.Events) : thrown;
        }

        var isDue = loop.Behavior is MultiInstanceBehavior.None || container.Inner!.Loop!.Completed == 0;
        thrown = loop.Thrown is { } each && isDue ? thrown.Add(each) : thrown;
        return Results.Check(step, container, thrown);
    }
}
