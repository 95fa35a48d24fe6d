using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Data;

internal sealed class ExpressionBodies() : BpmnRule("expression.body", "BPMN §8.4.6", "A formal expression has a text.")
{
    private static readonly string[] Formal = ["dataPath", "messagePath", "transformation", "formalExpression"];

    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.Nodes)
        {
            var isFormal =
                Formal.Contains(node.Name)
                || node.Attributes.Exists(attribute =>
                    attribute is { Namespace: BpmnNames.SchemaInstance, Name: "type" }
                    && BpmnNode.Local(attribute.Value) == "tFormalExpression"
                );
            if (isFormal && node.Children.Count == 0 && node.Text.AsSpan().Trim().IsEmpty)
            {
                Report(subject, node, $"<{node.Name}> is a formal expression without a text.");
            }
        }
    }
}
