namespace Approvals.Workflow.Bpmn.Rules.Collaborations;

internal sealed class PublicProcesses()
    : BpmnRule("process.public", "BPMN §10.2", "A public process is not executable.", isHarmless: true)
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.All("process"))
        {
            if (node["processType"] == "Public" && node.Is("isExecutable"))
            {
                Report(subject, node, "A public process can't be executable.");
            }
        }
    }
}
