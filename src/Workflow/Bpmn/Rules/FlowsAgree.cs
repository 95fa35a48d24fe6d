using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>The incoming and outgoing elements of a node name exactly the flows that say so themselves.</summary>
internal sealed class FlowsAgree : BpmnRule
{
    public override string Id => "flow.agree";

    public override string Clause => "BPMN §8.4.9";

    public override void Check(RuleSubject subject)
    {
        foreach (var process in subject.Root.All(BpmnNames.Bpmn, "process"))
        {
            var flows = process
                .All(BpmnNames.Bpmn, "sequenceFlow")
                .Where(flow => flow.Id is not null)
                .ToLookup(flow => flow.Id!, StringComparer.Ordinal);
            foreach (var node in process.Children)
            {
                Check(subject, node, flows);
            }
        }
    }

    private void Check(RuleSubject subject, BpmnNode node, ILookup<string, BpmnNode> flows)
    {
        foreach (var child in node.Children)
        {
            var end =
                child.IsBpmn("incoming") ? "targetRef"
                : child.IsBpmn("outgoing") ? "sourceRef"
                : null;
            var id = child.Text.Trim();
            if (end is not null && !flows[id].Any(flow => flow[end] == node.Id))
            {
                Report(subject, child, $"'{id}' is no flow with '{node.Id}' as its {end}.");
            }
        }
    }
}
