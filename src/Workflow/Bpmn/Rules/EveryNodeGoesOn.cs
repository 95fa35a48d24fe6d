using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>With an end event in the process, every other node has an outgoing flow.</summary>
internal sealed class EveryNodeGoesOn : BpmnRule
{
    public override string Id => "node.outgoing";

    public override string Clause => "BPMN §10.5.3";

    public override void Check(RuleSubject subject)
    {
        foreach (var process in subject.Definitions.Processes)
        {
            var ended = process
                .Elements.Where(element => element.TypeName == "endEvent")
                .Select(element => element.Scope)
                .ToHashSet();
            foreach (var element in process.Elements)
            {
                if (element.Outgoing.IsEmpty && ended.Contains(element.Scope) && !MayStandAlone(element))
                {
                    Report(subject, element, "No flow leads on from here; lead one to an end event.");
                }
            }
        }
    }

    private static bool MayStandAlone(Element element) =>
        element.TypeName == "endEvent"
        || element.Kind is ElementKind.EventSubProcess or ElementKind.LinkThrowEvent
        || element.IsForCompensation
        || (element is BoundaryEvent boundary && boundary.Triggers.Any(trigger => trigger is CompensationTrigger));
}
