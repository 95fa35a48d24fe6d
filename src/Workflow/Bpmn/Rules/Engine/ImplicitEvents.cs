namespace Approvals.Workflow.Bpmn.Rules.Engine;

internal sealed class ImplicitEvents()
    : BpmnRule(
        "event.implicit",
        "BPMN §10.3.8",
        "An implicit throw event stands in the behavior of a multi-instance activity, not in the flow.",
        ProblemLevel.Execution
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.All("implicitThrowEvent"))
        {
            Report(subject, node, "<implicitThrowEvent> in a flow isn't executed.");
        }
    }
}
