namespace Approvals.Workflow.Bpmn.Model;

/// <summary>What an element does, as the index of its behaviour.</summary>
public enum ElementKind
{
    NoneStartEvent,

    /// <summary>A start event with triggers: of the process, or of an event sub-process.</summary>
    TriggeredStartEvent,
    NoneEndEvent,
    TerminateEndEvent,

    /// <summary>An end event with results: message, signal, error, escalation, compensation, cancel, or several.</summary>
    ResultEndEvent,
    NoneThrowEvent,

    /// <summary>An intermediate throw event with results: message, signal, escalation, compensation, or several.</summary>
    ResultThrowEvent,
    LinkThrowEvent,
    LinkCatchEvent,

    /// <summary>An intermediate event that waits for its triggers.</summary>
    CatchEvent,
    BoundaryEvent,
    AbstractTask,
    ManualTask,
    UserTask,
    ServiceTask,
    SendTask,

    /// <summary>A business rule task done by a worker.</summary>
    BusinessRuleTask,

    /// <summary>A business rule task with a called decision.</summary>
    DecisionTask,
    ScriptTask,
    ReceiveTask,
    ExclusiveGateway,
    ParallelGateway,
    InclusiveGateway,
    ComplexGateway,
    EventBasedGateway,
    SubProcess,
    EventSubProcess,
    Transaction,
    AdHocSubProcess,
    CallActivity,
}
