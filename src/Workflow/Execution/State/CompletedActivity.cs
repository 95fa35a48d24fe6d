using Approvals.Workflow.Bpmn.Model;

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

    public Element Element { get; }
    public VariableMap? Variables { get; }

    /// <summary>In the order of completion; null where an own handler does everything.</summary>
    public IReadOnlyList<CompletedActivity>? Inside { get; }
}
