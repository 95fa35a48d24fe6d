using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Data;

internal sealed class ServiceData()
    : BpmnRule(
        "service.data",
        "BPMN §10.3.3",
        "A service task with an operation has exactly one input set and one data input, of the item of the operation's in message, and at most one output set.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        foreach (var task in subject.All("serviceTask"))
        {
            if (subject.Find(task["operationRef"]) is not { Name: "operation" } operation)
            {
                continue;
            }

            var data = task.Bpmn("ioSpecification");
            var inputs = data?.All(BpmnNames.Bpmn, "dataInput").ToList() ?? [];
            if (
                inputs.Count != 1
                || data!.All(BpmnNames.Bpmn, "inputSet").Count() != 1
                || data!.All(BpmnNames.Bpmn, "outputSet").Count() > 1
            )
            {
                Report(
                    subject,
                    task,
                    "A service task with an operation has one data input, one input set and at most one output set."
                );
            }
            else if (
                !ItemKinds.Carries(
                    subject,
                    inputs[0],
                    subject.Find(subject.Find(operation.Bpmn("inMessageRef")?.Text)?["itemRef"])
                )
            )
            {
                Report(
                    subject,
                    task,
                    $"The data input '{inputs[0].Id}' is of another item than the message of the operation."
                );
            }
        }
    }
}
