using System.Globalization;
using System.Numerics;

namespace Approvals.Workflow.Bpmn.Rules.Activities;

internal sealed class Quantities()
    : BpmnRule("activity.quantity", "BPMN §10.3", "startQuantity and completionQuantity are at least 1.")
{
    private static readonly string[] Names = ["startQuantity", "completionQuantity"];

    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowNodes)
        {
            foreach (var name in Names)
            {
                if (
                    node[name] is { } text
                    && BigInteger.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var quantity)
                    && quantity < 1
                )
                {
                    Report(subject, node, $"{name} is at least 1, not {text}.");
                }
            }
        }
    }
}
