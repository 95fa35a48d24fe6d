using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.Data;

internal sealed class MessageData()
    : BpmnRule(
        "message.data",
        "BPMN §10.3.3",
        "A send task with a message has at most one data input and a receive task at most one data output, each in one set and of the item of the message.",
        isHarmless: true
    )
{
    public override void Check(RuleSubject subject)
    {
        Check(subject, "sendTask", "dataInput", "inputSet");
        Check(subject, "receiveTask", "dataOutput", "outputSet");
    }

    private void Check(RuleSubject subject, string kind, string part, string set)
    {
        foreach (var task in subject.All(kind))
        {
            if (
                subject.Find(task["messageRef"]) is not { Name: "message" } message
                || task.Bpmn("ioSpecification") is not { } data
            )
            {
                continue;
            }

            var parts = data.All(BpmnNames.Bpmn, part).ToList();
            if (parts.Count > 1 || data.All(BpmnNames.Bpmn, set).Skip(1).Any())
            {
                Report(subject, task, $"With a message, <{kind}> has one <{part}> and one <{set}> at most.");
            }
            else if (parts.Count == 1 && !ItemKinds.Carries(subject, parts[0], subject.Find(message["itemRef"])))
            {
                Report(subject, task, $"'{parts[0].Id}' is of another item than the message '{message.Id}'.");
            }
        }
    }
}
