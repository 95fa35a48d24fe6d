using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Execution.Migration;

/// <summary>A plan between two versions as indexes; -1 where there is nothing to go to.</summary>
public sealed class MigrationMap
{
    private readonly int[] elements;
    private readonly int[] flows;

    public MigrationMap(ProcessDefinition source, ProcessDefinition target, MigrationPlan plan)
    {
        Source = source;
        Target = target;
        elements =
        [
            .. source.Elements.Select(e =>
                target.FindElement(plan.Elements.GetValueOrDefault(e.Id, e.Id))?.Index ?? -1
            ),
        ];
        flows = [.. source.Flows.Select(f => target.FindFlow(plan.Flows.GetValueOrDefault(f.Id, f.Id))?.Index ?? -1)];
    }

    public ProcessDefinition Source { get; }
    public ProcessDefinition Target { get; }

    /// <summary>The new index of an element; -1 (no scope at all) is itself.</summary>
    public int Element(int source) => source < 0 ? source : elements[source];

    public int Flow(int source) => flows[source];

    /// <summary>The new element, or null.</summary>
    public Element? ElementOf(Element source) =>
        elements[source.Index] is var index and >= 0 ? Target.Elements[index] : null;

    /// <summary>True for an element of the old version.</summary>
    public bool IsOf(Element element) =>
        element.Index < Source.Elements.Length && ReferenceEquals(Source.Elements[element.Index], element);

    /// <summary>True when some old element goes to this new one.</summary>
    public bool IsReached(int target) => Array.IndexOf(elements, target) >= 0;
}
