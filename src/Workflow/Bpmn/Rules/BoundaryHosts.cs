using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Bpmn.Xml;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>A boundary event is attached to an activity of its process and has no incoming flow.</summary>
internal sealed class BoundaryHosts : BpmnRule
{
    public override string Id => "boundary.host";

    public override string Clause => "BPMN §10.5.4";

    public override void Check(RuleSubject subject)
    {
        foreach (var node in subject.FlowElements().Where(node => node.IsBpmn("boundaryEvent")))
        {
            var host = node.Parent!.Children.FirstOrDefault(other =>
                other.Id is not null && other.Id == node["attachedToRef"]
            );
            if (host is null || !FlowNodes.IsActivity(host))
            {
                Report(subject, node, $"attachedToRef '{node["attachedToRef"]}' is no activity of the process.");
            }
        }

        foreach (var element in subject.Elements())
        {
            if (element.Kind == ElementKind.BoundaryEvent && !element.Incoming.IsEmpty)
            {
                Report(subject, element, "A flow leads into the boundary event.");
            }
        }
    }
}
