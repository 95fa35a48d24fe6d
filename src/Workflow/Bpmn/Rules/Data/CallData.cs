using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Data;

internal sealed class CallData()
    : BpmnRule(
        "call.data",
        "BPMN §10.3.6",
        "A call activity has as many data inputs and outputs as the process or global task that it calls.",
        isHarmless: true
    )
{
    private static readonly string[] Parts = ["dataInput", "dataOutput", "inputSet", "outputSet"];

    public override void Check(RuleSubject subject)
    {
        foreach (var call in subject.All("callActivity"))
        {
            if (subject.Find(call["calledElement"]) is not { } called)
            {
                continue;
            }

            foreach (var part in Parts.Where(part => Count(call, part) != Count(called, part)))
            {
                Report(
                    subject,
                    call,
                    $"It has {Count(call, part)} <{part}>, the called '{called.Id}' has {Count(called, part)}."
                );
            }
        }
    }

    private static int Count(BpmnNode node, string part) =>
        node.Bpmn("ioSpecification")?.All(BpmnNames.Bpmn, part).Count() ?? 0;
}
