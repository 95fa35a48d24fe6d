using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Flows;

internal sealed class FlowsAgree()
    : BpmnRule(
        "flow.agree",
        "BPMN §8.4.9, §8.4.13",
        "The incoming and outgoing elements of a flow node name sequence flows that lead to it and from it."
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.Nodes)
        {
            foreach (var child in node.Children)
            {
                var end =
                    child.IsBpmn("incoming") ? "targetRef"
                    : child.IsBpmn("outgoing") ? "sourceRef"
                    : null;
                if (end is null || child.Text.AsSpan().Trim().IsEmpty)
                {
                    continue;
                }

                var id = child.Text.Trim();
                if (subject.Find(id) is not { } flow || !flow.IsBpmn("sequenceFlow") || subject.Find(flow[end]) != node)
                {
                    Report(subject, child, $"'{id}' is no sequence flow with '{node.Id}' as its {end}.");
                }
            }
        }
    }
}
