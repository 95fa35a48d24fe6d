using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Diagram;

namespace Approvals.Server.Reads.Cases;

/// <summary>
/// How far each element of an instance is. A sub-process is here while anything inside is; what stands in one that may still come
/// may still come, too.
/// </summary>
internal sealed class ElementProgress(
    ProcessDefinition definition,
    ElementVisits visits,
    IReadOnlySet<int> active,
    IReadOnlySet<int> reachable
)
{
    public Progress Of(Element element) =>
        active.Contains(element.Index) ? Progress.Now
        : visits.Find(element.Id) is { IsCompleted: true } ? Progress.Done
        : MayCome(element) ? Progress.Todo
        : Progress.Skipped;

    private bool MayCome(Element element)
    {
        if (reachable.Contains(element.Index))
        {
            return true;
        }

        if (element.Kind == ElementKind.EventSubProcess)
        {
            return active.Count > 0 && (element.Scope < 0 || Of(definition.Elements[element.Scope]) == Progress.Now);
        }

        if (element.Scope < 0)
        {
            return false;
        }

        // Inside of what hasn't begun everything is open; inside of what runs only what a token can get to.
        var container = definition.Elements[element.Scope];
        return !active.Contains(container.Index) && visits.Find(container.Id) is null && MayCome(container);
    }
}
