using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Collaborations;

internal sealed class MessageFlowPools()
    : BpmnRule(
        "message-flow.pool",
        "BPMN §9.4",
        "A message flow joins two pools: its ends are not of the same process or participant."
    )
{
    public override void Check(RuleSubject subject)
    {
        var pools = subject
            .All("participant")
            .Where(each => each["processRef"] is not null)
            .ToLookup(each => subject.Find(each["processRef"]));
        foreach (var flow in subject.All("messageFlow"))
        {
            if (
                subject.Find(flow["sourceRef"]) is { } source
                && subject.Find(flow["targetRef"]) is { } target
                && (source == target || (Pool(subject, source) is { } pool && pool == Pool(subject, target)))
            )
            {
                Report(subject, flow, "A message flow leads from one pool to another, not to its own.");
            }
        }
    }

    /// <summary>The process that an end stands for or in.</summary>
    private static BpmnNode? Pool(RuleSubject subject, BpmnNode end) =>
        end.Name == "participant" ? subject.Find(end["processRef"]) : end.Around("process");
}
