using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>With a start event in the process, every other node but boundary events has an incoming flow.</summary>
internal sealed class EveryNodeIsReached : BpmnRule
{
    public override string Id => "node.incoming";

    public override string Clause => "BPMN §10.5.2";

    public override void Check(RuleSubject subject)
    {
        foreach (var process in subject.Definitions.Processes)
        {
            var started = process
                .Elements.Where(element => element.TypeName == "startEvent")
                .Select(element => element.Scope)
                .ToHashSet();
            foreach (var element in process.Elements)
            {
                if (element.Incoming.IsEmpty && started.Contains(element.Scope) && !MayStandAlone(element))
                {
                    Report(subject, element, "No flow leads here, so it would never run.");
                }
            }
        }
    }

    private static bool MayStandAlone(Element element) =>
        element.TypeName is "startEvent" or "boundaryEvent"
        || element.Kind is ElementKind.EventSubProcess or ElementKind.LinkCatchEvent
        || element.IsForCompensation;
}
