using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Activities;

internal sealed class CompensationHandlers()
    : BpmnRule(
        "compensation.handler",
        "BPMN §10.7.1",
        "An association leads from a compensation boundary event to an activity that is for compensation, and to one only."
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (
            var boundary in subject
                .All("boundaryEvent")
                .Where(node => subject.HasTrigger(node, "compensateEventDefinition"))
        )
        {
            var handlers = subject
                .All("association")
                .Select(association => OtherEnd(subject, association, boundary))
                .OfType<BpmnNode>()
                .Where(FlowNodes.IsActivity)
                .ToList();
            if (handlers.Count != 1)
            {
                Report(subject, boundary, "One association leads from here to the activity that compensates.");
            }
            else if (!handlers[0].Is("isForCompensation"))
            {
                Report(subject, boundary, $"'{handlers[0].Id}' is not marked with isForCompensation.");
            }
        }
    }

    private static BpmnNode? OtherEnd(RuleSubject subject, BpmnNode association, BpmnNode boundary)
    {
        var source = subject.Find(association["sourceRef"]);
        var target = subject.Find(association["targetRef"]);
        return source == boundary ? target
            : target == boundary ? source
            : null;
    }
}
