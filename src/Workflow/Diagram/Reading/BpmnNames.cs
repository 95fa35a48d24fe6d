using System.Collections.Frozen;

namespace Approvals.Workflow.Diagram.Reading;

/// <summary>Namespaces and element names of BPMN 2.0 that have a picture.</summary>
internal static class BpmnNames
{
    public const string Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    public const string Zeebe = "http://camunda.org/schema/zeebe/1.0";
    public const string Colour = "http://www.omg.org/spec/BPMN/non-normative/color/1.0";
    public const string BpmnIoColour = "http://bpmn.io/schema/bpmn/biocolor/1.0";
    public const string Di = "http://www.omg.org/spec/BPMN/20100524/DI";
    public const string Dc = "http://www.omg.org/spec/DD/20100524/DC";
    public const string Dd = "http://www.omg.org/spec/DD/20100524/DI";

    public static readonly FrozenDictionary<string, NodeKind> Nodes = new Dictionary<string, NodeKind>
    {
        ["task"] = NodeKind.Task,
        ["userTask"] = NodeKind.UserTask,
        ["serviceTask"] = NodeKind.ServiceTask,
        ["sendTask"] = NodeKind.SendTask,
        ["receiveTask"] = NodeKind.ReceiveTask,
        ["scriptTask"] = NodeKind.ScriptTask,
        ["businessRuleTask"] = NodeKind.BusinessRuleTask,
        ["manualTask"] = NodeKind.ManualTask,
        ["callActivity"] = NodeKind.CallActivity,
        ["subProcess"] = NodeKind.SubProcess,
        ["transaction"] = NodeKind.Transaction,
        ["adHocSubProcess"] = NodeKind.AdHocSubProcess,
        ["choreographyTask"] = NodeKind.ChoreographyTask,
        ["subChoreography"] = NodeKind.SubChoreography,
        ["callChoreography"] = NodeKind.CallChoreography,
        ["startEvent"] = NodeKind.StartEvent,
        ["intermediateCatchEvent"] = NodeKind.IntermediateCatchEvent,
        ["intermediateThrowEvent"] = NodeKind.IntermediateThrowEvent,
        ["boundaryEvent"] = NodeKind.BoundaryEvent,
        ["endEvent"] = NodeKind.EndEvent,
        ["exclusiveGateway"] = NodeKind.ExclusiveGateway,
        ["parallelGateway"] = NodeKind.ParallelGateway,
        ["inclusiveGateway"] = NodeKind.InclusiveGateway,
        ["eventBasedGateway"] = NodeKind.EventBasedGateway,
        ["complexGateway"] = NodeKind.ComplexGateway,
        ["participant"] = NodeKind.Pool,
        ["lane"] = NodeKind.Lane,
        ["dataObject"] = NodeKind.DataObject,
        ["dataObjectReference"] = NodeKind.DataObject,
        ["dataInput"] = NodeKind.DataInput,
        ["dataOutput"] = NodeKind.DataOutput,
        ["dataStore"] = NodeKind.DataStore,
        ["dataStoreReference"] = NodeKind.DataStore,
        ["message"] = NodeKind.Message,
        ["textAnnotation"] = NodeKind.TextAnnotation,
        ["group"] = NodeKind.Group,
        ["conversation"] = NodeKind.Conversation,
        ["subConversation"] = NodeKind.SubConversation,
        ["callConversation"] = NodeKind.CallConversation,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, EdgeKind> Edges = new Dictionary<string, EdgeKind>
    {
        ["sequenceFlow"] = EdgeKind.SequenceFlow,
        ["messageFlow"] = EdgeKind.MessageFlow,
        ["association"] = EdgeKind.Association,
        ["dataInputAssociation"] = EdgeKind.DataAssociation,
        ["dataOutputAssociation"] = EdgeKind.DataAssociation,
        ["conversationLink"] = EdgeKind.ConversationLink,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, EventTrigger> Triggers = new Dictionary<string, EventTrigger>
    {
        ["messageEventDefinition"] = EventTrigger.Message,
        ["timerEventDefinition"] = EventTrigger.Timer,
        ["errorEventDefinition"] = EventTrigger.Error,
        ["escalationEventDefinition"] = EventTrigger.Escalation,
        ["signalEventDefinition"] = EventTrigger.Signal,
        ["compensateEventDefinition"] = EventTrigger.Compensation,
        ["conditionalEventDefinition"] = EventTrigger.Conditional,
        ["linkEventDefinition"] = EventTrigger.Link,
        ["terminateEventDefinition"] = EventTrigger.Terminate,
        ["cancelEventDefinition"] = EventTrigger.Cancel,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The tasks outside of processes that a call activity may call (§10.2.5).</summary>
    public static readonly FrozenDictionary<string, NodeKind> GlobalTasks = new Dictionary<string, NodeKind>
    {
        ["globalTask"] = NodeKind.Task,
        ["globalUserTask"] = NodeKind.UserTask,
        ["globalManualTask"] = NodeKind.ManualTask,
        ["globalScriptTask"] = NodeKind.ScriptTask,
        ["globalBusinessRuleTask"] = NodeKind.BusinessRuleTask,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
