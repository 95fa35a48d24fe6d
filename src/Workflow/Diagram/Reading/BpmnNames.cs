using System.Collections.Frozen;

namespace Approvals.Workflow.Diagram.Reading;

/// <summary>Namespaces and element names of BPMN 2.0 that have a picture.</summary>
internal static class BpmnNames
{
    public const string Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";
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
        ["dataObjectReference"] = NodeKind.DataObject,
        ["dataInput"] = NodeKind.DataInput,
        ["dataOutput"] = NodeKind.DataOutput,
        ["dataStoreReference"] = NodeKind.DataStore,
        ["textAnnotation"] = NodeKind.TextAnnotation,
        ["group"] = NodeKind.Group,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, EdgeKind> Edges = new Dictionary<string, EdgeKind>
    {
        ["sequenceFlow"] = EdgeKind.SequenceFlow,
        ["messageFlow"] = EdgeKind.MessageFlow,
        ["association"] = EdgeKind.Association,
        ["dataInputAssociation"] = EdgeKind.DataAssociation,
        ["dataOutputAssociation"] = EdgeKind.DataAssociation,
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
}
