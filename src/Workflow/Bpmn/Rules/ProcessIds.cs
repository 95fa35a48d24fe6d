using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>Every process has an id, and the file at least one process.</summary>
internal sealed class ProcessIds : BpmnRule
{
    public override string Id => "process.id";

    public override string Clause => "BPMN §10";

    public override void Check(RuleSubject subject)
    {
        var any = false;
        foreach (var process in subject.Root.All(BpmnNames.Bpmn, "process"))
        {
            any = true;
            if (process.Id is not { Length: > 0 })
            {
                Report(subject, process, "The process has no id.");
            }
        }

        if (!any)
        {
            Report(subject, subject.Root, "The file has no process.");
        }
    }
}
