namespace Approvals.Workflow.Bpmn.Rules.Engine;

internal sealed class ProcessStarts()
    : BpmnRule("process.start", "BPMN §10.5.2", "A process can begin somewhere.", ProblemLevel.Execution)
{
    public override void Check(RuleSubject subject)
    {
        foreach (var process in subject.Definitions.Processes)
        {
            var content = process.Content;
            if (
                content.Starts.IsEmpty
                && content.TriggeredStarts.IsEmpty
                && content.ImplicitStarts.IsEmpty
                && content.EventSubProcesses.IsEmpty
            )
            {
                subject.Problems.Add(
                    Description.Id,
                    process.Id,
                    process.Position,
                    "The process has nothing that could start it."
                );
            }
        }
    }
}
