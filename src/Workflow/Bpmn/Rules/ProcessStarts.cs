namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>A process can begin somewhere.</summary>
internal sealed class ProcessStarts : BpmnRule
{
    public override string Id => "process.start";

    public override string Clause => "BPMN §10.5.2";

    public override void Check(RuleSubject subject)
    {
        foreach (var process in subject.Definitions.Processes)
        {
            if (
                process.Content.Starts.IsEmpty
                && process.Content.TriggeredStarts.IsEmpty
                && process.Content.ImplicitStarts.IsEmpty
            )
            {
                subject.Problems.Add(Id, process.Id, process.Position, "The process has nothing that could start it.");
            }
        }
    }
}
