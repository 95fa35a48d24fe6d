using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Collaborations;

internal sealed class MessageFlowEvents()
    : BpmnRule(
        "message-flow.event",
        "BPMN §9.4, §10.5",
        "A message flow leads out of throwing events and into catching ones; start and end events at its ends have a message definition."
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var flow in subject.All("messageFlow"))
        {
            if (subject.Find(flow["sourceRef"]) is { } source)
            {
                Check(subject, flow, source, "catchEvent", "endEvent", "lead out of");
            }

            if (subject.Find(flow["targetRef"]) is { } target)
            {
                Check(subject, flow, target, "throwEvent", "startEvent", "lead into");
            }
        }
    }

    private void Check(RuleSubject subject, BpmnNode flow, BpmnNode end, string wrong, string definite, string sentence)
    {
        if (RuleSubject.IsA(end, wrong))
        {
            Report(subject, flow, $"A message flow can't {sentence} the <{end.Name}> '{end.Id}'.");
        }
        else if (end.Name == definite && !subject.HasTrigger(end, "messageEventDefinition"))
        {
            Report(subject, flow, $"'{end.Id}' has no message definition.");
        }
    }
}
