using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class MessagesNamed()
    : BpmnRule(
        "message.missing",
        "BPMN §10.5.5",
        "In a process with isExecutable=\"true\", a message event names its message; a throwing one may leave it to the extension that sends it.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowNodes.Where(RuleSubject.IsExecutable))
        {
            foreach (var trigger in subject.Triggers(node).Where(each => each.Name == "messageEventDefinition"))
            {
                if (trigger["messageRef"] is null && !IsLeftToExtension(node, trigger))
                {
                    Report(subject, node, "The message event names no message.");
                }
            }
        }
    }

    private static bool IsLeftToExtension(BpmnNode node, BpmnNode trigger) =>
        RuleSubject.IsA(node, "throwEvent")
        && (
            node.Bpmn("extensionElements") is not null
            || trigger.Bpmn("extensionElements") is not null
            || trigger.Attributes.Exists(attribute => attribute.Namespace.Length > 0)
        );
}
