using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Engine;

internal sealed class NodesHaveIds()
    : BpmnRule(
        "id.missing",
        "this engine",
        "Flow nodes have ids, so that a journal can name them.",
        ProblemLevel.Execution
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowNodes)
        {
            if (node.Id is not { Length: > 0 })
            {
                Report(subject, node, $"<{node.Name}> has no id.");
            }
        }
    }
}
