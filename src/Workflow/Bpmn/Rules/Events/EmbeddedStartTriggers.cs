using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Events;

internal sealed class EmbeddedStartTriggers()
    : TriggerRule(
        "start.embedded-trigger",
        "BPMN §10.5.2",
        "A start event of a sub-process that is no event sub-process has no trigger.",
        "",
        mayBeNone: true
    )
{
    private protected override bool Concerns(BpmnNode node) =>
        node.Name == "startEvent" && node.Parent!.Name != "process" && !FlowNodes.IsEventSubProcess(node.Parent!);
}
