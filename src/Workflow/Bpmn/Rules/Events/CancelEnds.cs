namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class CancelEnds()
    : BpmnRule("end.cancel", "BPMN §10.3.5, §10.5.3", "A cancel end event stands inside a transaction.")
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.InProcesses("endEvent"))
        {
            if (subject.HasTrigger(node, "cancelEventDefinition") && node.Around("transaction") is null)
            {
                Report(subject, node, "There is no transaction here to cancel.");
            }
        }
    }
}
