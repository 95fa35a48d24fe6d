namespace Approvals.Workflow.Bpmn.Rules.Flows;

internal sealed class FlowScopes()
    : BpmnRule(
        "flow.scope",
        "BPMN §7.6.1, §8.4.13, §9.3",
        "A sequence flow stays inside one sub-process, one process and one pool: both its ends stand at the same level."
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var flow in subject.All("sequenceFlow"))
        {
            if (
                subject.Find(flow["sourceRef"]) is { } source
                && subject.Find(flow["targetRef"]) is { } target
                && source.Parent != target.Parent
            )
            {
                Report(
                    subject,
                    flow,
                    $"The flow leads from '{source.Id}' inside '{source.Parent!.Id}' to '{target.Id}' inside '{target.Parent!.Id}'."
                );
            }
        }
    }
}
