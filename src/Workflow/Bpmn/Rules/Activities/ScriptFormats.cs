namespace Approvals.Workflow.Bpmn.Rules.Activities;

internal sealed class ScriptFormats()
    : BpmnRule("script.format", "BPMN §10.3.3", "A script task with a script names its scriptFormat.", isHarmless: true)
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.All("scriptTask"))
        {
            if (node.Bpmn("script") is not null && node["scriptFormat"] is not { Length: > 0 })
            {
                Report(subject, node, "The script task doesn't say in which language its script is (scriptFormat).");
            }
        }
    }
}
