namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>No flow leads into a start event.</summary>
internal sealed class StartEvents : BpmnRule
{
    public override string Id => "start.incoming";

    public override string Clause => "BPMN §10.5.2";

    public override void Check(RuleSubject subject)
    {
        foreach (var element in subject.Elements())
        {
            if (element.TypeName == "startEvent" && !element.Incoming.IsEmpty)
            {
                Report(subject, element, "A flow leads into the start event.");
            }
        }
    }
}
