namespace Approvals.Workflow.Bpmn.Model;

/// <summary>What an element does, as the index of its behaviour; triggers of catch events are part of the kind.</summary>
public enum ElementKind
{
    NoneStartEvent,
    NoneEndEvent,
    TerminateEndEvent,
    NoneThrowEvent,
    TimerCatchEvent,
    MessageCatchEvent,
    BoundaryEvent,
    AbstractTask,
    ManualTask,
    UserTask,
    ServiceTask,
    SendTask,
    BusinessRuleTask,
    ScriptTask,
    ReceiveTask,
    ExclusiveGateway,
    ParallelGateway,
}
