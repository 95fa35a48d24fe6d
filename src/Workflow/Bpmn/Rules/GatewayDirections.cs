using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>A gateway has the number of flows that its direction says.</summary>
internal sealed class GatewayDirections : BpmnRule
{
    public override string Id => "gateway.direction";

    public override string Clause => "BPMN §10.6.1";

    public override void Check(RuleSubject subject)
    {
        foreach (var process in subject.Root.All(BpmnNames.Bpmn, "process"))
        {
            foreach (var gateway in process.Children.Where(node => node["gatewayDirection"] is not null))
            {
                var flows = process.All(BpmnNames.Bpmn, "sequenceFlow").ToList();
                var into = flows.Count(flow => flow["targetRef"] == gateway.Id);
                var outOf = flows.Count(flow => flow["sourceRef"] == gateway.Id);
                var fits = gateway["gatewayDirection"] switch
                {
                    "Unspecified" => true,
                    "Converging" => into > 1 && outOf <= 1,
                    "Diverging" => into <= 1 && outOf > 1,
                    "Mixed" => into > 1 && outOf > 1,
                    _ => false,
                };
                if (!fits)
                {
                    Report(
                        subject,
                        gateway,
                        $"The direction '{gateway["gatewayDirection"]}' doesn't fit {into} incoming and {outOf} outgoing flows."
                    );
                }
            }
        }
    }
}
