namespace Approvals.Workflow.Bpmn.Rules.Data;

internal sealed class CallableBindings()
    : BpmnRule(
        "callable.binding",
        "BPMN §10.4.1",
        "A process or global task that supports an interface binds its data to an operation of it (ioBinding).",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.Nodes.Where(node => RuleSubject.IsA(node, "callableElement")))
        {
            if (node.Bpmn("supportedInterfaceRef") is not null && node.Bpmn("ioBinding") is null)
            {
                Report(subject, node, "It supports an interface, but binds no data to it.");
            }
        }
    }
}
