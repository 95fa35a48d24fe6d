namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class CancelBoundaries()
    : BpmnRule("boundary.cancel", "BPMN §10.3.5, §10.5.4", "A cancel boundary event is attached to a transaction.")
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.InProcesses("boundaryEvent"))
        {
            if (
                subject.HasTrigger(node, "cancelEventDefinition")
                && subject.Find(node["attachedToRef"]) is { Name: not "transaction" }
            )
            {
                Report(subject, node, "A cancel event is attached to transactions only.");
            }
        }
    }
}
