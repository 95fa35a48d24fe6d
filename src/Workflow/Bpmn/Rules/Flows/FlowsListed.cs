using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Flows;

internal sealed class FlowsListed()
    : BpmnRule(
        "flow.listed",
        "BPMN §8.4.9, §8.4.13",
        "A flow node that lists incoming or outgoing flows lists all of them, once; so does every flow node where a process lists most of its flows.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var process in subject.FlowNodes.GroupBy(node => node.Around("process")))
        {
            // Many tools leave these lists out; then the flows alone say it.
            var listed = process.Sum(node => Listed(node, "incoming") + Listed(node, "outgoing"));
            var ends = process.Sum(node => subject.Incoming(node).Count + subject.Outgoing(node).Count);
            foreach (var node in process)
            {
                Check(subject, node, "incoming", subject.Incoming(node), isListing: 2 * listed > ends);
                Check(subject, node, "outgoing", subject.Outgoing(node), isListing: 2 * listed > ends);
            }
        }
    }

    private static int Listed(BpmnNode node, string direction) => node.All(BpmnNames.Bpmn, direction).Count();

    private void Check(
        RuleSubject subject,
        BpmnNode node,
        string direction,
        IReadOnlyList<BpmnNode> flows,
        bool isListing
    )
    {
        var listed = new HashSet<BpmnNode?>();
        foreach (var child in node.All(BpmnNames.Bpmn, direction))
        {
            if (subject.Find(child.Text) is { } flow && !listed.Add(flow))
            {
                Report(subject, child, $"'{flow.Id}' is listed twice among the {direction} of '{node.Id}'.");
            }
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
