using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Activities;

internal sealed class AdHocActivities()
    : BpmnRule("ad-hoc.activity", "BPMN §10.3.5", "An ad-hoc sub-process contains at least one activity.")
{
    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.All("adHocSubProcess"))
        {
            if (!node.Children.Exists(FlowNodes.IsActivity))
            {
                Report(subject, node, "There is no activity in the ad-hoc sub-process.");
            }
        }
    }
}
