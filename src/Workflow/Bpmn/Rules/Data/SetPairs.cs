using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Data;

internal sealed class SetPairs()
    : BpmnRule(
        "data.set-pair",
        "BPMN §10.4.1",
        "Input and output sets that belong together name each other.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        Check(subject, "outputSetRefs", "inputSetRefs");
        Check(subject, "inputSetRefs", "outputSetRefs");
    }

    private void Check(RuleSubject subject, string there, string back)
    {
        foreach (var reference in subject.All(there))
        {
            if (
                subject.Find(reference.Text) is { } other
                && !other.All(BpmnNames.Bpmn, back).Any(each => subject.Find(each.Text) == reference.Parent)
            )
            {
                Report(subject, reference, $"'{other.Id}' doesn't name this set among its {back}.");
            }
        }
    }
}
