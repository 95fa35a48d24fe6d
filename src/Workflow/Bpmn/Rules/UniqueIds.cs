using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>Every id is used once.</summary>
internal sealed class UniqueIds : BpmnRule
{
    public override string Id => "id.unique";

    public override string Clause => "BPMN §8.3.1";

    public override void Check(RuleSubject subject)
    {
        var seen = new Dictionary<string, BpmnNode>(StringComparer.Ordinal);
        foreach (var node in subject.Root.Descendants())
        {
            if (node.Namespace == BpmnNames.Bpmn && node.Id is { } id && !seen.TryAdd(id, node))
            {
                Report(subject, node, $"The id '{id}' is already used in line {seen[id].Position.Line}.");
            }
        }
    }
}
