namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>Flow nodes and flows have ids, so that a journal can name them.</summary>
internal sealed class NodesHaveIds : BpmnRule
{
    public override string Id => "id.missing";

    public override string Clause => "BPMN §8.3.1";

    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowElements())
        {
            if (node.Id is not { Length: > 0 })
            {
                Report(subject, node, $"<{node.Name}> has no id.");
            }
        }
    }
}
