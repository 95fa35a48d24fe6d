using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Activities;

internal sealed class MultiInstanceInputs()
    : BpmnRule(
        "multi-instance.input",
        "BPMN §10.3.8",
        "The loopDataInputRef of a task or call activity is one of its own data inputs, the loopDataOutputRef one of its data outputs.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var loop in subject.All("multiInstanceLoopCharacteristics").Where(RuleSubject.IsExecutable))
        {
            if (loop.Parent is not { } activity || FlowNodes.IsSubProcess(activity))
            {
                continue;
            }

            foreach (
                var child in loop.Children.Where(each =>
                    each.IsBpmn("loopDataInputRef") || each.IsBpmn("loopDataOutputRef")
                )
            )
            {
                if (subject.Find(child.Text) is { } data && !data.IsInside(activity))
                {
                    Report(subject, child, $"'{data.Id}' is no data of '{activity.Id}' itself.");
                }
            }
        }
    }
}
