using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Engine;

internal sealed class ProcessIds()
    : BpmnRule(
        "process.id",
        "this engine",
        "Every process and global task has an id, and the file has at least one.",
        ProblemLevel.Execution
    )
{
    public override void Check(RuleSubject subject)
    {
        var any = false;
        foreach (
            var process in subject.Root.Children.Where(node => node.IsBpmn("process") || FlowNodes.IsGlobalTask(node))
        )
        {
            any = true;
            if (process.Id is not { Length: > 0 })
            {
                Report(subject, process, $"The <{process.Name}> has no id.");
            }
        }

        if (!any)
        {
            Report(subject, subject.Root, "The file has no process.");
        }
    }
}
