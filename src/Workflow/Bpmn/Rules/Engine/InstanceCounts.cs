using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Rules.Engine;

internal sealed class InstanceCounts()
    : BpmnRule(
        "multi-instance.input-missing",
        "BPMN §10.3.8",
        "A multi-instance activity has an input collection or a cardinality.",
        ProblemLevel.Execution
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var element in subject.Elements())
        {
            if (element.Loop is MultiInstance { InputCollection: null, Cardinality: null })
            {
                Report(
                    subject,
                    element,
                    "Nothing says how many instances there are: give an inputCollection, a loopDataInputRef or a loopCardinality."
                );
            }
        }
    }
}
