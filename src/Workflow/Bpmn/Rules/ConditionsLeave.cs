using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>Conditions stand only on flows out of activities and exclusive gateways.</summary>
internal sealed class ConditionsLeave : BpmnRule
{
    public override string Id => "flow.condition";

    public override string Clause => "BPMN §8.4.13";

    public override void Check(RuleSubject subject)
    {
        foreach (var process in subject.Definitions.Processes)
        {
            foreach (var flow in process.Flows)
            {
                var source = process.Elements[flow.Source];
                var isEvent = source.TypeName.EndsWith("Event", StringComparison.Ordinal);
                if (flow.Condition is not null && (isEvent || source.Kind == ElementKind.ParallelGateway))
                {
                    subject.Problems.Add(
                        Id,
                        flow.Id,
                        flow.Position,
                        $"A flow out of a {source.TypeName} has no condition."
                    );
                }
            }
        }
    }
}
