using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Migration;

namespace Approvals.Workflow.Execution.State;

/// <summary>
/// An activity that has completed and can be compensated (BPMN §10.7), with its variables as they were then. What could be
/// compensated inside of it comes along; the rounds of a loop stand for themselves.
/// </summary>
public sealed class CompletedActivity
{
    internal CompletedActivity(long key, Element element, VariableMap? variables, List<CompletedActivity>? inside)
    {
        Key = key;
        Element = element;
        Variables = variables;
        Inside = inside;
    }

    /// <summary>Of the element instance that it was.</summary>
    public long Key { get; }

    public Element Element { get; private set; }
    public VariableMap? Variables { get; }

    /// <summary>In the order of completion; null where an own handler does everything.</summary>
    public IReadOnlyList<CompletedActivity>? Inside { get; }

    /// <summary>It is one of another version from here on; what is inside of a called process stays one of its own.</summary>
    internal void MoveTo(MigrationMap map)
    {
        if (map.IsOf(Element) && map.ElementOf(Element) is { } target)
        {
            Element = target;
        }

        foreach (var inside in Inside ?? [])
        {
            inside.MoveTo(map);
        }
    }
}
