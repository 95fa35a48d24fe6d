namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>With an end event in the process, every other node has an outgoing flow.</summary>
internal sealed class EveryNodeGoesOn : BpmnRule
{
    public override string Id => "node.outgoing";

    public override string Clause => "BPMN §10.5.3";

    public override void Check(RuleSubject subject)
    {
        foreach (var process in subject.Definitions.Processes)
        {
            if (!process.Elements.Any(element => element.TypeName == "endEvent"))
            {
                continue;
            }

            foreach (var element in process.Elements)
            {
                if (element.Outgoing.IsEmpty && element.TypeName != "endEvent")
                {
                    Report(subject, element, "No flow leads on from here; lead one to an end event.");
                }
            }
        }
    }
}
