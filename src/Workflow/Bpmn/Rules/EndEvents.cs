namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>No flow leaves an end event.</summary>
internal sealed class EndEvents : BpmnRule
{
    public override string Id => "end.outgoing";

    public override string Clause => "BPMN §10.5.3";

    public override void Check(RuleSubject subject)
    {
        foreach (var element in subject.Elements())
        {
            if (element.TypeName == "endEvent" && !element.Outgoing.IsEmpty)
            {
                Report(subject, element, "A flow leaves the end event.");
            }
        }
    }
}
