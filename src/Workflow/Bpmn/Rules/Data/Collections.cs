namespace Approvals.Workflow.Bpmn.Rules.Data;

internal sealed class Collections()
    : BpmnRule(
        "data.collection",
        "BPMN §10.4.1",
        "isCollection of a data object, input or output is that of its item definition.",
        isHarmless: true
    )
{
    private static readonly string[] Kinds = ["dataObject", "dataInput", "dataOutput"];

    public override void Check(RuleSubject subject)
    {
        foreach (var node in Kinds.SelectMany(subject.All))
        {
            if (
                subject.Find(node["itemSubjectRef"]) is { Name: "itemDefinition" } item
                && item.Is("isCollection") != node.Is("isCollection")
            )
            {
                Report(subject, node, $"isCollection differs from that of the item definition '{item.Id}'.");
            }
        }
    }
}
