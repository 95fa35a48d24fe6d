using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Data;

internal sealed class AssociationOwners()
    : BpmnRule(
        "data.owner",
        "BPMN §10.4.1",
        "A data input association leads to data of its own activity or event, a data output association comes from them."
    )
{
    public override void Check(RuleSubject subject)
    {
        Check(subject, "dataInputAssociation", "targetRef");
        Check(subject, "dataOutputAssociation", "sourceRef");
    }

    private void Check(RuleSubject subject, string kind, string end)
    {
        foreach (var node in subject.All(kind))
        {
            foreach (var reference in node.All(BpmnNames.Bpmn, end))
            {
                if (subject.Find(reference.Text) is { } data && !data.IsInside(node.Parent!))
                {
                    Report(subject, reference, $"'{data.Id}' doesn't belong to '{node.Parent!.Id}'.");
                }
            }
        }
    }
}
