using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Data;

internal sealed class AssociationScopes()
    : BpmnRule(
        "data.scope",
        "BPMN §10.4.1",
        "A data association reaches data that stand in a scope around it, or belong to its own activity or event; data stores are everywhere."
    )
{
    private static readonly string[] Ends = ["sourceRef", "targetRef"];

    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.Nodes.Where(node => RuleSubject.IsA(node, "dataAssociation")))
        {
            foreach (var end in Ends.SelectMany(name => node.All(BpmnNames.Bpmn, name)))
            {
                if (
                    subject.Find(end.Text) is { Name: not ("dataStore" or "dataStoreReference") } data
                    && !IsVisible(node, data)
                )
                {
                    Report(subject, end, $"'{data.Id}' can't be reached from here.");
                }
            }
        }
    }

    /// <summary>The nearest level or activity around the data is also around the association.</summary>
    private static bool IsVisible(BpmnNode association, BpmnNode data)
    {
        var owner = data.Parent;
        while (owner is not null && owner.Name is "ioSpecification" or "multiInstanceLoopCharacteristics")
        {
            owner = owner.Parent;
        }

        return owner is null || association.IsInside(owner) || owner.IsBpmn("definitions");
    }
}
