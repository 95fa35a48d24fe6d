using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>
/// Reads what events wait for and give. What the file leaves open is left out here; the rules report it.
/// </summary>
internal sealed class TriggerBuilder(ProcessIndex index, RootElements roots, FeelCompiler feel)
{
    private static readonly (string Local, TimerForm Form)[] TimerForms =
    [
        ("timeDate", TimerForm.Date),
        ("timeDuration", TimerForm.Duration),
        ("timeCycle", TimerForm.Cycle),
    ];

    /// <summary>The definitions of an event in the order of the file, then those by reference.</summary>
    public ImmutableArray<EventTrigger> OfEvent(BpmnNode node)
    {
        var triggers = ImmutableArray.CreateBuilder<EventTrigger>();
        foreach (var child in node.Children)
        {
            var definition = child.IsBpmn("eventDefinitionRef") ? roots.FindEventDefinition(child.Text.Trim()) : child;
            if (
                definition is not null
                && EventDefinitions.Is(definition)
                && OfDefinition(node, definition) is { } trigger
            )
            {
                triggers.Add(trigger);
            }
        }

        return triggers.ToImmutable();
    }

    /// <summary>The message of a receive or send task.</summary>
    public MessageTrigger OfTask(BpmnNode node) => OfMessage(node, node);

    /// <summary>The shared event definition that a reference names, or null.</summary>
    public EventTrigger? OfReference(BpmnNode activity, string? reference) =>
        reference is not null && roots.FindEventDefinition(reference) is { } definition
            ? OfDefinition(activity, definition)
            : null;

    /// <summary>The definitions of an implicit throw event inside an activity.</summary>
    public ImmutableArray<EventTrigger> OfImplicit(BpmnNode activity, BpmnNode thrown) =>
        [
            .. thrown
                .Children.Select(child =>
                    child.IsBpmn("eventDefinitionRef") ? roots.FindEventDefinition(child.Text) : child
                )
                .OfType<BpmnNode>()
                .Where(EventDefinitions.Is)
                .Select(definition => OfDefinition(activity, definition))
                .OfType<EventTrigger>(),
        ];

    private EventTrigger? OfDefinition(BpmnNode node, BpmnNode definition) =>
        definition.Name switch
        {
            "timerEventDefinition" => OfTimer(definition),
            "messageEventDefinition" => OfMessage(node, definition),
            "signalEventDefinition" => new SignalTrigger(
                roots.Find("signal", definition["signalRef"]) is { } signal
                    ? feel.Value(signal, signal["name"] is { Length: > 0 } name ? name : signal.Id!)
                    : new(node.Id, null)
            ),
            "errorEventDefinition" => new ErrorTrigger(Code(node, "error", definition["errorRef"], "errorCode")),
            "escalationEventDefinition" => new EscalationTrigger(
                Code(node, "escalation", definition["escalationRef"], "escalationCode")
            ),
            "compensateEventDefinition" => new CompensationTrigger(
                index.IndexOf(definition["activityRef"]),
                definition.Is("waitForCompletion", byDefault: true)
            ),
            "conditionalEventDefinition" => definition.Bpmn("condition") is { } condition
            && feel.Standard(condition) is { } expression
                ? new ConditionalTrigger(expression)
                : null,
            "linkEventDefinition" => new LinkTrigger(
                definition["name"] is { Length: > 0 } link ? link : node["name"] ?? ""
            ),
            "cancelEventDefinition" => new CancelTrigger(),
            "terminateEventDefinition" => new TerminateTrigger(),
            _ => null,
        };

    private TimerTrigger? OfTimer(BpmnNode timer)
    {
        foreach (var (local, form) in TimerForms)
        {
            if (timer.Bpmn(local) is { } text && feel.StandardValue(text) is { } value)
            {
                return new(form, value);
            }
        }

        return null;
    }

    private MessageTrigger OfMessage(BpmnNode node, BpmnNode referring)
    {
        if (roots.Find("message", referring["messageRef"]) is not { } message)
        {
            var throwing = node.Name is "sendTask" or "intermediateThrowEvent" or "endEvent";
            return new(new(roots.MessageFlowOf(node.Id!, throwing) ?? node.Id!, null), null);
        }

        return new(
            feel.Value(message, message["name"] is { Length: > 0 } name ? name : message.Id!),
            message.Extension(BpmnNames.Zeebe, "subscription") is { } subscription
            && subscription["correlationKey"] is { Length: > 0 } key
                ? new(null, feel.Expression(subscription, key))
                : null
        );
    }

    /// <summary>
    /// The code of an error or escalation: null for "any"; one that is referred to without a code goes by its id, so that
    /// throwing and catching it by the same reference meet.
    /// </summary>
    private ModelValue? Code(BpmnNode node, string local, string? reference, string attribute)
    {
        if (roots.Find(local, reference) is not { } element)
        {
            return null;
        }

        return feel.Value(node, element[attribute] is { Length: > 0 } code ? code : element.Id!);
    }
}
