using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.References;

internal sealed class DiagramReferences()
    : BpmnRule(
        "diagram.reference",
        "BPMN §12.2.2, §12.2.3",
        "A plane, shape or edge depicts an element of the file; its ends, bands and label styles are elements of its diagram.",
        isHarmless: true
    )
{
    private static readonly string[] Drawn =
    [
        "sourceElement",
        "targetElement",
        "choreographyActivityShape",
        "labelStyle",
    ];

    public override void Check(RuleSubject subject)
    {
        var diagram = subject.Root.All(BpmnNames.BpmnDi, "BPMNDiagram").SelectMany(each => each.Descendants()).ToList();
        var drawn = diagram.Select(node => node.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var node in diagram.Where(node => node.Namespace == BpmnNames.BpmnDi))
        {
            if (
                node["bpmnElement"] is { Length: > 0 } element
                && subject.Find(element) is null
                && !subject.IsElsewhere(node, element, anyNamespace: false)
            )
            {
                Report(subject, node, $"bpmnElement '{element}' names nothing in this file.");
            }

            foreach (var attribute in Drawn)
            {
                // Some tools name the element at the end of an edge instead of its shape; what is meant is clear.
                if (
                    node[attribute] is { Length: > 0 } reference
                    && !drawn.Contains(BpmnNode.Local(reference))
                    && subject.Find(reference) is null
                )
                {
                    Report(subject, node, $"{attribute} '{reference}' names nothing in this file.");
                }
            }
        }
    }
}
