using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules.References;

internal sealed class SharedDefinitions()
    : ReferenceRule(
        "event.shared",
        "BPMN §8.4.5, §10.5.5",
        "An eventDefinitionRef names an event definition that stands beside the processes; those inside an event belong to it alone.",
        """
        catchEvent eventDefinitionRef : eventDefinition
        throwEvent eventDefinitionRef : eventDefinition
        """
    )
{
    private protected override string? Complaint(BpmnNode node, BpmnNode target) =>
        target.Parent!.IsBpmn("definitions") ? null : $"belongs to the <{target.Parent!.Name}> it stands in.";
}
