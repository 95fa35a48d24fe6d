namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>Activities start with one token and give one; compensation handlers are not executed yet.</summary>
internal sealed class OneTokenAtATime : BpmnRule
{
    private static readonly string[] Quantities = ["startQuantity", "completionQuantity"];

    private static readonly string[] Switches = ["isForCompensation", "instantiate", "parallelMultiple"];

    public override string Id => "activity.quantity";

    public override string Clause => "BPMN §10.3.1";

    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowElements())
        {
            foreach (var attribute in Quantities)
            {
                if (node[attribute] is { } quantity && quantity != "1")
                {
                    Report(subject, node, $"{attribute}=\"{quantity}\" can't be executed by this version.");
                }
            }

            foreach (var attribute in Switches)
            {
                if (node[attribute] is "true" or "1")
                {
                    Report(subject, node, $"{attribute}=\"true\" can't be executed by this version.");
                }
            }
        }
    }
}
