using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Data;

internal sealed class OptionalData()
    : BpmnRule(
        "data.optional",
        "BPMN §10.4.1",
        "What a set lists as optional or as used while executing is among its data.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var set in subject.All("inputSet").Concat(subject.All("outputSet")))
        {
            var main = set.Name == "inputSet" ? "dataInputRefs" : "dataOutputRefs";
            var members = set.All(BpmnNames.Bpmn, main)
                .Select(each => each.Text.Trim())
                .ToHashSet(StringComparer.Ordinal);
            foreach (var child in set.Children.Where(IsPart))
            {
                if (!members.Contains(child.Text.Trim()))
                {
                    Report(subject, child, $"'{child.Text.Trim()}' is not among the {main} of the set.");
                }
            }
        }
    }

    private static bool IsPart(BpmnNode child) =>
        child.Name
            is "optionalInputRefs"
                or "whileExecutingInputRefs"
                or "optionalOutputRefs"
                or "whileExecutingOutputRefs";
}
