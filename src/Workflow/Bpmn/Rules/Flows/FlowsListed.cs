using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Flows;

internal sealed class FlowsListed()
    : BpmnRule(
        "flow.listed",
        "BPMN §8.4.9, §8.4.13",
        "A flow node that lists incoming or outgoing flows lists all of them, once; so does every flow node where the file lists most of its flows.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        // Many tools leave these lists out; then the flows alone say it.
        var listed = 0;
        var ends = 0;
        foreach (var node in subject.FlowNodes)
        {
            listed += node.Children.Count(child => child.IsBpmn("incoming") || child.IsBpmn("outgoing"));
            ends += subject.Incoming(node).Count + subject.Outgoing(node).Count;
        }

        foreach (var node in subject.FlowNodes)
        {
            Check(subject, node, "incoming", subject.Incoming(node), isListing: 2 * listed > ends);
            Check(subject, node, "outgoing", subject.Outgoing(node), isListing: 2 * listed > ends);
        }
    }

    private void Check(
        RuleSubject subject,
        BpmnNode node,
        string direction,
        IReadOnlyList<BpmnNode> flows,
        bool isListing
    )
    {
        var listed = new List<BpmnNode>(flows.Count);
        foreach (var child in node.Children)
        {
            if (!child.IsBpmn(direction) || subject.Find(child.Text) is not { } flow)
            {
                continue;
            }

            if (listed.Contains(flow))
            {
                Report(subject, child, $"'{flow.Id}' is listed twice among the {direction} of '{node.Id}'.");
            }

            listed.Add(flow);
        }

        if (listed.Count == 0 && !isListing)
        {
            return;
        }

        foreach (var flow in flows)
        {
            if (flow.Id is { Length: > 0 } id && !listed.Contains(flow))
            {
                Report(subject, node, $"The sequence flow '{id}' is missing among the {direction} of '{node.Id}'.");
            }
        }
    }
}
