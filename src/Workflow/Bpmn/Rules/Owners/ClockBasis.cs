namespace Approvals.Workflow.Bpmn.Rules.Owners;

internal sealed class ClockBasis()
    : BpmnRule("clock.basis", "行政许可法", "Every clock names its legal basis.", ProblemLevel.Deployment)
{
    public override void Check(RuleSubject subject)
    {
        foreach (var clock in subject.Definitions.Processes.SelectMany(process => process.Clocks))
        {
            if (clock.LegalBasis is not { Length: > 0 })
            {
                subject.Problems.Add(
                    Description.Id,
                    clock.Id,
                    clock.Position,
                    $"The clock '{clock.Id}' names no legal basis."
                );
            }
        }
    }
}
