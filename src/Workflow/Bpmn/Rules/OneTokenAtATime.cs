namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>Activities start with one token and give one.</summary>
internal sealed class OneTokenAtATime : BpmnRule
{
    private static readonly string[] Quantities = ["startQuantity", "completionQuantity"];

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
        }
    }
}
