using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Data;

internal sealed class AssociationSources()
    : BpmnRule(
        "data.source",
        "BPMN §10.4.1",
        "A data association with several sources has a transformation or assignments."
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.Nodes.Where(node => RuleSubject.IsA(node, "dataAssociation")))
        {
            if (
                node.Bpmn("transformation") is null
                && node.Bpmn("assignment") is null
                && node.All(BpmnNames.Bpmn, "sourceRef").Skip(1).Any()
            )
            {
                Report(subject, node, "Without a transformation there is one source only.");
            }
        }
    }
}
