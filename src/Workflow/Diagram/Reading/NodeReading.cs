using Approvals.Workflow.Bpmn.Writing;

namespace Approvals.Workflow.Diagram.Reading;

/// <summary>What an element says about its picture, place and scope aside.</summary>
internal sealed class NodeReading(ModelIndex index)
{
    public DiagramNode Of(ElementNode element, NodeKind kind, string id)
    {
        var start = StartOf(element);
        return new(id, kind)
        {
            Name = NameOf(element, kind),
            Process = element.Reference("processRef"),
            AttachedTo = kind is NodeKind.BoundaryEvent ? element.Reference("attachedToRef") : null,
            Trigger = TriggerOf(start ?? element),
            Interrupting =
                (start is null && kind is not (NodeKind.StartEvent or NodeKind.BoundaryEvent))
                || IsInterrupting(start ?? element),
            TriggeredByEvent = kind is NodeKind.SubProcess && element.Is("triggeredByEvent"),
            Called = kind is NodeKind.CallActivity ? CalledBy(element) : null,
            Collection =
                element.Is("isCollection") || (index[element.Reference("dataObjectRef")]?.Is("isCollection") ?? false),
            Instantiates = element.Is("instantiate"),
            ParallelEvents = element["eventGatewayType"] is "Parallel",
            Markers = MarkersOf(element),
            Participants = kind.IsChoreography() ? ParticipantsOf(element) : [],
        };
    }

    public static ActivityMarkers MarkersOf(ElementNode element)
    {
        var markers = element.Is("isForCompensation") ? ActivityMarkers.Compensation : ActivityMarkers.None;
        foreach (var part in element.Elements.Where(part => part.Name.Namespace == BpmnNames.Model))
        {
            markers |= part.Name.Local switch
            {
                "standardLoopCharacteristics" => ActivityMarkers.Loop,
                "multiInstanceLoopCharacteristics" when part.Is("isSequential") => ActivityMarkers.SequentialInstances,
                "multiInstanceLoopCharacteristics" => ActivityMarkers.ParallelInstances,
                "participantMultiplicity" when part["maximum"]?.Trim() is not ("0" or "1") =>
                    ActivityMarkers.ParallelInstances,
                _ => ActivityMarkers.None,
            };
        }

        return markers
            | element["loopType"] switch
            {
                "Standard" => ActivityMarkers.Loop,
                "MultiInstanceSequential" => ActivityMarkers.SequentialInstances,
                "MultiInstanceParallel" => ActivityMarkers.ParallelInstances,
                _ => ActivityMarkers.None,
            };
    }

    /// <summary>The name; of a group its category's value, of a note its text, of data with a state the state behind it.</summary>
    private string NameOf(ElementNode element, NodeKind kind)
    {
        switch (kind)
        {
            case NodeKind.Group:
                return index[element.Reference("categoryValueRef")]?["value"] is { } value
                    ? Cut(value)
                    : element.Name();
            case NodeKind.TextAnnotation:
                return element.Bpmn("text").FirstOrDefault()?.LongText() ?? "";
            case NodeKind.DataObject or NodeKind.DataStore:
                var referred = index[element.Reference("dataObjectRef") ?? element.Reference("dataStoreRef")];
                var name = element.Name() is { Length: > 0 } own ? own : referred?.Name() ?? "";
                return element.Bpmn("dataState").FirstOrDefault()?.Name() is { Length: > 0 } state
                    ? $"{name} [{state}]"
                    : name;
            default:
                return element.Name();
        }
    }

    /// <summary>
    /// More than one definition makes an event multiple, also when they stand elsewhere and are referred to (§10.5.1).
    /// </summary>
    private EventTrigger TriggerOf(ElementNode element)
    {
        var triggers = element
            .Elements.Where(part => part.Name.Namespace == BpmnNames.Model)
            .Select(part => part.Name.Local)
            .Concat(element.References("eventDefinitionRef").Select(id => index[id]?.Name.Local ?? ""))
            .Where(BpmnNames.Triggers.ContainsKey)
            .Select(name => BpmnNames.Triggers[name])
            .ToList();
        return triggers.Count switch
        {
            0 => EventTrigger.None,
            1 => triggers[0],
            _ => element.Is("parallelMultiple") ? EventTrigger.ParallelMultiple : EventTrigger.Multiple,
        };
    }

    /// <summary>
    /// Boundary events, and the starts of event sub-processes, may leave what they stand on running; errors, cancellations
    /// and compensations never do (tables 10.86, 10.90).
    /// </summary>
    private bool IsInterrupting(ElementNode element) =>
        (!element.IsNot("cancelActivity") && !element.IsNot("isInterrupting"))
        || TriggerOf(element) is EventTrigger.Error or EventTrigger.Cancel or EventTrigger.Compensation;

    /// <summary>The start of an event sub-process, whose trigger it shows when it is collapsed (§10.2.5, figure 10.30).</summary>
    private static ElementNode? StartOf(ElementNode element) =>
        element.Is("triggeredByEvent") ? element.Bpmn("startEvent").FirstOrDefault() : null;

    private NodeKind? CalledBy(ElementNode call) =>
        index[call.Reference("calledElement")] is { } called
        && BpmnNames.GlobalTasks.TryGetValue(called.Name.Local, out var kind)
            ? kind
            : null;

    /// <summary>The names of the participants, who begins first.</summary>
    private List<string> ParticipantsOf(ElementNode activity)
    {
        var initiating = activity.Reference("initiatingParticipantRef");
        return
        [
            .. activity
                .References("participantRef")
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(id => id == initiating)
                .Select(id => index[id]?.Name() is { Length: > 0 } name ? name : id),
        ];
    }

    private static string Cut(string value) => value.Length <= 400 ? value : value[..400];
}
