using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Activities;

internal sealed class SubProcessData()
    : BpmnRule(
        "sub-process.data",
        "BPMN §10.4.1",
        "A sub-process has no ioSpecification: it sees the data around it.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowNodes.Where(node => FlowNodes.IsSubProcess(node)))
        {
            if (node.Bpmn("ioSpecification") is not null)
            {
                Report(subject, node, "A sub-process has no data inputs and outputs of its own.");
            }
        }
    }
}
