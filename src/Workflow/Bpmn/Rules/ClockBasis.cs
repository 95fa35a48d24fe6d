namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>Every clock names its legal basis.</summary>
internal sealed class ClockBasis : BpmnRule
{
    public override string Id => "clock.basis";

    public override string Clause => "行政许可法";

    public override void Check(RuleSubject subject)
    {
        foreach (var process in subject.Definitions.Processes)
        {
            foreach (var clock in process.Clocks)
            {
                if (clock.LegalBasis is not { Length: > 0 })
                {
                    subject.Problems.Add(Id, clock.Id, clock.Position, $"The clock '{clock.Id}' names no legal basis.");
                }
            }
        }
    }
}
