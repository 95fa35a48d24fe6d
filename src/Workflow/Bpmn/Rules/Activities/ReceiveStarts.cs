namespace Approvals.Workflow.Bpmn.Rules.Activities;

internal sealed class ReceiveStarts()
    : BpmnRule(
        "receive.instantiate",
        "BPMN §10.3.3",
        "Into a receive task that instantiates the process leads no sequence flow."
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.All("receiveTask").Where(node => node.Is("instantiate")))
        {
            if (subject.Incoming(node).Count > 0)
            {
                Report(subject, node, "The task creates the process instance, so no flow leads here.");
            }
        }
    }
}
