using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Data;

internal sealed class InstanceItems()
    : BpmnRule(
        "multi-instance.item",
        "BPMN §10.3.8",
        "The data item of one instance is of the structure of the collection's items, and no collection itself.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var loop in subject.All("multiInstanceLoopCharacteristics"))
        {
            Check(subject, loop.Bpmn("loopDataInputRef"), loop.Bpmn("inputDataItem"));
            Check(subject, loop.Bpmn("loopDataOutputRef"), loop.Bpmn("outputDataItem"));
        }
    }

    private void Check(RuleSubject subject, BpmnNode? reference, BpmnNode? item)
    {
        if (
            item is not null
            && subject.Find(reference?.Text) is { } collection
            && ItemKinds.OfData(subject, collection)?["structureRef"] is { } structure
            && ItemKinds.OfData(subject, item) is { } one
            && (one.Is("isCollection") || (one["structureRef"] is { } other && other != structure))
        )
        {
            Report(subject, item, $"It is no item of the collection '{collection.Id}'.");
        }
    }
}
