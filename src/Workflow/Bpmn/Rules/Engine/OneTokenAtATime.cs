namespace Approvals.Workflow.Bpmn.Rules.Engine;

internal sealed class OneTokenAtATime()
    : BpmnRule(
        "activity.tokens",
        "BPMN §10.3",
        "Activities start with one token and give one: other quantities than 1 aren't executed.",
        ProblemLevel.Execution
    )
{
    private static readonly string[] Quantities = ["startQuantity", "completionQuantity"];

    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowNodes)
        {
            foreach (var attribute in Quantities)
            {
                if (node[attribute]?.Trim() is { } quantity && quantity is not ("1" or "+1"))
                {
                    Report(subject, node, $"{attribute}=\"{quantity}\" isn't executed here.");
                }
            }
        }
    }
}
