using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>What waits for a message names one of the file.</summary>
internal sealed class MessageReferences : BpmnRule
{
    public override string Id => "message.reference";

    public override string Clause => "BPMN §8.4.11";

    public override void Check(RuleSubject subject)
    {
        var messages = subject.Root.All(BpmnNames.Bpmn, "message").ToList();
        foreach (var node in subject.All("messageEventDefinition").Concat(subject.All("receiveTask")))
        {
            var message = messages.Find(each => each.Id is not null && each.Id == node["messageRef"]);
            if (message is null && node["messageRef"] is not null)
            {
                Report(subject, node, $"messageRef '{node["messageRef"]}' is no message of the file.");
            }
        }
    }
}
