namespace Approvals.Workflow.Bpmn.Rules.Activities;

internal sealed class AdHocContents()
    : BpmnRule("ad-hoc.event", "BPMN §10.3.5", "An ad-hoc sub-process contains no start and no end events.")
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.All("adHocSubProcess"))
        {
            foreach (var child in node.Children.Where(child => child.IsBpmn("startEvent") || child.IsBpmn("endEvent")))
            {
                Report(subject, child, $"An ad-hoc sub-process has no <{child.Name}>.");
            }
        }
    }
}
