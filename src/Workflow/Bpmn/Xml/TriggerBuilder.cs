using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>Reads what a catch event or receive task waits for; null when the file doesn't say, which the rules report.</summary>
internal sealed class TriggerBuilder(
    IReadOnlyDictionary<string, BpmnNode> messages,
    FeelCompiler feel,
    ProblemList problems
)
{
    private static readonly (string Local, TimerForm Form)[] TimerForms =
    [
        ("timeDate", TimerForm.Date),
        ("timeDuration", TimerForm.Duration),
        ("timeCycle", TimerForm.Cycle),
    ];

    public EventTrigger? OfEvent(BpmnNode node)
    {
        if (node.Bpmn("timerEventDefinition") is { } timer)
        {
            return OfTimer(timer);
        }

        return node.Bpmn("messageEventDefinition") is { } message ? OfMessage(message) : null;
    }

    public EventTrigger? OfReceiveTask(BpmnNode node) => OfMessage(node);

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

    private MessageTrigger? OfMessage(BpmnNode node)
    {
        if (
            node["messageRef"] is not { } id
            || !messages.TryGetValue(id, out var message)
            || message["name"] is not { Length: > 0 } name
        )
        {
            return null;
        }

        ExtensionVocabulary.Check(message, problems);
        return new(
            feel.Value(message, name),
            message.Extension(BpmnNames.Zeebe, "subscription") is { } subscription
            && subscription["correlationKey"] is { Length: > 0 } key
                ? new(null, feel.Expression(subscription, key))
                : null
        );
    }
}
