namespace Approvals.Workflow.Bpmn.Rules.Data;

internal sealed class InputSets()
    : BpmnRule(
        "data.input-set",
        "BPMN §10.4.1",
        "Every data input belongs to at least one input set.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        var used = subject.All("dataInputRefs").Select(each => each.Text.Trim()).ToHashSet(StringComparer.Ordinal);
        foreach (var node in subject.All("dataInput"))
        {
            if (node.Id is not { } id || !used.Contains(id))
            {
                Report(subject, node, "The data input belongs to no input set.");
            }
        }
    }
}
