namespace Approvals.Workflow.Bpmn.Rules.Gateways;

internal sealed class GatewayDirections()
    : BpmnRule(
        "gateway.direction",
        "BPMN §8.4.9, §10.6.1",
        "A converging gateway has at most one outgoing flow and several incoming ones, a diverging one at most one incoming and several outgoing ones, a mixed one several of both.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var gateway in subject.Nodes.Where(node => RuleSubject.IsA(node, "gateway")))
        {
            var into = subject.Incoming(gateway).Count;
            var outOf = subject.Outgoing(gateway).Count;
            var fits = gateway["gatewayDirection"] switch
            {
                "Converging" => into > 1 && outOf <= 1,
                "Diverging" => into <= 1 && outOf > 1,
                "Mixed" => into > 1 && outOf > 1,
                _ => true,
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
