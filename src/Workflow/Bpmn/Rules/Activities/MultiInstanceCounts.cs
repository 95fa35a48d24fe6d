namespace Approvals.Workflow.Bpmn.Rules.Activities;

internal sealed class MultiInstanceCounts()
    : BpmnRule(
        "multi-instance.count",
        "BPMN §10.3.8",
        "In a process with isExecutable=\"true\", a multi-instance activity has a loopCardinality or a loopDataInputRef, or an extension says how many instances there are."
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (
            var node in subject.All("multiInstanceLoopCharacteristics").Where(node => RuleSubject.IsExecutable(node))
        )
        {
            if (
                node.Bpmn("loopCardinality") is null
                && node.Bpmn("loopDataInputRef") is null
                && node.Bpmn("extensionElements") is null
                && !node.Attributes.Exists(attribute => attribute.Namespace.Length > 0)
            )
            {
                Report(subject, node, "Nothing says how many instances there are.");
            }
        }
    }
}
