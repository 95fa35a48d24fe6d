namespace Approvals.Workflow.Bpmn.Rules.Activities;

internal sealed class CompensationActivities()
    : BpmnRule("compensation.flow", "BPMN §10.7.1", "No sequence flow leads into or out of a compensation activity.")
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowNodes.Where(node => node.Is("isForCompensation")))
        {
            if (subject.Incoming(node).Count + subject.Outgoing(node).Count > 0)
            {
                Report(subject, node, "A compensation activity stands outside of the flow.");
            }
        }
    }
}
