namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>With a start event in the process, every other node but boundary events has an incoming flow.</summary>
internal sealed class EveryNodeIsReached : BpmnRule
{
    public override string Id => "node.incoming";

    public override string Clause => "BPMN §10.5.2";

    public override void Check(RuleSubject subject)
    {
        foreach (var process in subject.Definitions.Processes)
        {
            if (process.Content.Starts.IsEmpty)
            {
                continue;
            }

            foreach (var element in process.Elements)
            {
                if (element.Incoming.IsEmpty && element.TypeName is not ("startEvent" or "boundaryEvent"))
                {
                    Report(subject, element, "No flow leads here, so it would never run.");
                }
            }
        }
    }
}
