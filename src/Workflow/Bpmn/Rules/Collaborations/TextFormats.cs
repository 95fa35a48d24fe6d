using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Collaborations;

internal sealed class TextFormats()
    : BpmnRule(
        "text.format",
        "BPMN §8.3.2, §8.4.1",
        "The textFormat of documentation and text annotations is a MIME type, such as text/plain.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.Nodes)
        {
            Check(subject, node);
            foreach (var documentation in node.All(BpmnNames.Bpmn, "documentation"))
            {
                Check(subject, documentation);
            }
        }
    }

    private void Check(RuleSubject subject, BpmnNode node)
    {
        if (node["textFormat"] is { } format && !IsMimeType(format))
        {
            Report(subject, node, $"textFormat=\"{format}\" is no MIME type.");
        }
    }

    private static bool IsMimeType(string format)
    {
        var slash = format.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < format.Length - 1;
    }
}
