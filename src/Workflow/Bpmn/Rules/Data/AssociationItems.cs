namespace Approvals.Workflow.Bpmn.Rules.Data;

internal sealed class AssociationItems()
    : BpmnRule(
        "data.item",
        "BPMN §10.4.1",
        "Without a transformation, the source and the target of a data association are of the same item definition.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.Nodes.Where(node => RuleSubject.IsA(node, "dataAssociation")))
        {
            if (
                node.Bpmn("transformation") is null
                && node.Bpmn("assignment") is null
                && subject.Find(node.Bpmn("sourceRef")?.Text) is { } source
                && subject.Find(node.Bpmn("targetRef")?.Text) is { } target
                && !ItemKinds.MayBeEqual(ItemKinds.OfData(subject, source), ItemKinds.OfData(subject, target))
            )
            {
                Report(subject, node, $"'{source.Id}' and '{target.Id}' are of different item definitions.");
            }
        }
    }
}
