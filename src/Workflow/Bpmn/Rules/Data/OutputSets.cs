namespace Approvals.Workflow.Bpmn.Rules.Data;

internal sealed class OutputSets()
    : BpmnRule(
        "data.output-set",
        "BPMN §10.4.1",
        "Every data output belongs to at least one output set.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        var used = subject.All("dataOutputRefs").Select(each => each.Text.Trim()).ToHashSet(StringComparer.Ordinal);
        foreach (var node in subject.All("dataOutput"))
        {
            if (node.Id is not { } id || !used.Contains(id))
            {
                Report(subject, node, "The data output belongs to no output set.");
            }
        }
    }
}
