using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Elements.Containers;
using Approvals.Workflow.Execution.Elements.Events;
using Approvals.Workflow.Execution.Elements.Events.Throwing;
using Approvals.Workflow.Execution.Elements.Gateways;
using Approvals.Workflow.Execution.Elements.Tasks;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements;

/// <summary>The registry: every kind of element with its behaviour.</summary>
internal static class ElementBehaviors
{
    private static readonly ElementBehavior[] All = Register(
        (ElementKind.NoneStartEvent, new NoneEventBehavior()),
        (ElementKind.TriggeredStartEvent, new NoneEventBehavior()),
        (ElementKind.NoneEndEvent, new NoneEventBehavior()),
        (ElementKind.NoneThrowEvent, new NoneEventBehavior()),
        (ElementKind.TerminateEndEvent, new TerminateEndEventBehavior()),
        (ElementKind.ResultEndEvent, new ThrowEventBehavior()),
        (ElementKind.ResultThrowEvent, new ThrowEventBehavior()),
        (ElementKind.LinkThrowEvent, new LinkEventBehavior()),
        (ElementKind.LinkCatchEvent, new LinkEventBehavior()),
        (ElementKind.CatchEvent, new CatchEventBehavior()),
        (ElementKind.BoundaryEvent, new BoundaryEventBehavior()),
        (ElementKind.AbstractTask, new UndoneTaskBehavior()),
        (ElementKind.ManualTask, new UndoneTaskBehavior()),
        (ElementKind.UserTask, new UserTaskBehavior()),
        (ElementKind.ServiceTask, new JobTaskBehavior()),
        (ElementKind.SendTask, new SendTaskBehavior()),
        (ElementKind.BusinessRuleTask, new JobTaskBehavior()),
        (ElementKind.DecisionTask, new DecisionTaskBehavior()),
        (ElementKind.ScriptTask, new ScriptTaskBehavior()),
        (ElementKind.ReceiveTask, new CatchEventBehavior()),
        (ElementKind.ExclusiveGateway, new ExclusiveGatewayBehavior()),
        (ElementKind.ParallelGateway, new ParallelGatewayBehavior()),
        (ElementKind.InclusiveGateway, new InclusiveGatewayBehavior()),
        (ElementKind.ComplexGateway, new ComplexGatewayBehavior()),
        (ElementKind.EventBasedGateway, new EventBasedGatewayBehavior()),
        (ElementKind.SubProcess, new SubProcessBehavior()),
        (ElementKind.Transaction, new SubProcessBehavior()),
        (ElementKind.EventSubProcess, new EventSubProcessBehavior()),
        (ElementKind.AdHocSubProcess, new AdHocSubProcessBehavior()),
        (ElementKind.CallActivity, new CallActivityBehavior())
    );

    private static readonly StandardLoopBodyBehavior StandardLoop = new();
    private static readonly MultiInstanceBodyBehavior Multiple = new();
    private static readonly ReopenedSubProcessBehavior Reopened = new();

    public static ElementBehavior Of(ElementInstance instance) =>
        instance.Inner is null ? All[(int)instance.Element.Kind]
        : instance.IsReopened ? Reopened
        : !instance.IsBody ? All[(int)instance.Element.Kind]
        : instance.Element.Loop is MultiInstance ? Multiple
        : StandardLoop;

    private static ElementBehavior[] Register(params (ElementKind Kind, ElementBehavior Behavior)[] entries)
    {
        var all = new ElementBehavior[Enum.GetValues<ElementKind>().Length];
        foreach (var (kind, behavior) in entries)
        {
            all[(int)kind] = behavior;
        }

        var missing = Array.FindIndex(all, behavior => behavior is null);
        return missing < 0 ? all : throw new InvalidOperationException($"{(ElementKind)missing} has no behaviour.");
    }
}
