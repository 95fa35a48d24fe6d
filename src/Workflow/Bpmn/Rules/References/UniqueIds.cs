using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.References;

internal sealed class UniqueIds()
    : BpmnRule(
        "id.unique",
        "BPMN §8.3.1; BPMN20.xsd",
        "Every id is used once in a file, those of its diagrams included."
    )
{
    public override void Check(RuleSubject subject)
    {
        var seen = new Dictionary<string, BpmnNode>(StringComparer.Ordinal);
        Check(subject, subject.Root, seen);
    }

    private void Check(RuleSubject subject, BpmnNode node, Dictionary<string, BpmnNode> seen)
    {
        if (node.Id?.Trim() is { } id && !seen.TryAdd(id, node))
        {
            Report(subject, node, $"The id '{id}' is already used in line {seen[id].Position.Line}.");
        }

        foreach (var child in node.Children)
        {
            // What an extension calls an id is its own matter.
            if (
                child.Namespace is BpmnNames.Bpmn or BpmnNames.BpmnDi or BpmnNames.Di
                && !child.IsBpmn("extensionElements")
            )
            {
                Check(subject, child, seen);
            }
        }
    }
}
