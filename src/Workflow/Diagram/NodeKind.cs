namespace Approvals.Workflow.Diagram;

/// <summary>What a shape of a BPMN diagram stands for (BPMN 2.0 §12, "Notational depiction library").</summary>
public enum NodeKind
{
    Task,
    UserTask,
    ServiceTask,
    SendTask,
    ReceiveTask,
    ScriptTask,
    BusinessRuleTask,
    ManualTask,
    CallActivity,
    SubProcess,
    Transaction,
    AdHocSubProcess,
    ChoreographyTask,
    SubChoreography,
    CallChoreography,
    StartEvent,
    IntermediateCatchEvent,
    IntermediateThrowEvent,
    BoundaryEvent,
    EndEvent,
    ExclusiveGateway,
    ParallelGateway,
    InclusiveGateway,
    EventBasedGateway,
    ComplexGateway,
    Pool,
    Lane,
    DataObject,
    DataInput,
    DataOutput,
    DataStore,
    Message,
    TextAnnotation,
    Group,
    Conversation,
    SubConversation,
    CallConversation,
    ParticipantBand,
}

/// <summary>What an event waits for or throws (BPMN 2.0 table 10.93).</summary>
public enum EventTrigger
{
    None,
    Message,
    Timer,
    Error,
    Escalation,
    Signal,
    Compensation,
    Conditional,
    Link,
    Terminate,
    Cancel,
    Multiple,
    ParallelMultiple,
}

/// <summary>The small marks at the foot of an activity (BPMN 2.0 §10.2.1, §10.2.8).</summary>
[Flags]
public enum ActivityMarkers
{
    None = 0,
    Loop = 1,
    ParallelInstances = 2,
    SequentialInstances = 4,
    Compensation = 8,
}

public enum EdgeKind
{
    SequenceFlow,
    MessageFlow,
    Association,
    DataAssociation,
    ConversationLink,
}

/// <summary>Whether a message opens the exchange or answers (BPMN 2.0 §11.4.1, §12.2.3.2): the first is drawn white, the other shaded.</summary>
public enum MessageMark
{
    None,
    Initiating,
    NonInitiating,
}

/// <summary>Which ends of an association bear an arrow (BPMN 2.0 §8.3.1).</summary>
public enum AssociationDirection
{
    None,
    One,
    Both,
}

internal static class NodeKinds
{
    /// <summary>Holds flow nodes of its own, shown when it is expanded.</summary>
    public static bool IsContainer(this NodeKind kind) =>
        kind is NodeKind.SubProcess or NodeKind.Transaction or NodeKind.AdHocSubProcess or NodeKind.SubChoreography;

    public static bool IsActivity(this NodeKind kind) => kind <= NodeKind.CallChoreography;

    public static bool IsChoreography(this NodeKind kind) =>
        kind is >= NodeKind.ChoreographyTask and <= NodeKind.CallChoreography;

    public static bool IsEvent(this NodeKind kind) => kind is >= NodeKind.StartEvent and <= NodeKind.EndEvent;

    public static bool IsGateway(this NodeKind kind) =>
        kind is >= NodeKind.ExclusiveGateway and <= NodeKind.ComplexGateway;

    public static bool IsFlowNode(this NodeKind kind) => kind <= NodeKind.ComplexGateway;

    public static bool IsData(this NodeKind kind) => kind is >= NodeKind.DataObject and <= NodeKind.Message;

    public static bool IsConversation(this NodeKind kind) =>
        kind is >= NodeKind.Conversation and <= NodeKind.CallConversation;

    /// <summary>Bears its name beside itself.</summary>
    public static bool IsNamedBeside(this NodeKind kind) =>
        kind.IsEvent() || kind.IsGateway() || kind.IsData() || kind.IsConversation();
}
