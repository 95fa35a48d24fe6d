using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.State;

/// <summary>A running element (BPMN §13.3.2): between <c>ElementActivated</c> and <c>ElementCompleted</c> or <c>ElementTerminated</c>.</summary>
public sealed class ElementInstance : IFeelScope, IKeyed
{
    internal ElementInstance(long key, Element element, ScopeState scope)
    {
        Key = key;
        Element = element;
        Scope = scope;
    }

    public long Key { get; }
    public Element Element { get; }
    public ScopeState Scope { get; }

    /// <summary>Variables of its own: input mappings, and results before the output mappings. Null when it has none.</summary>
    public VariableMap? Locals { get; private set; }

    /// <summary>What it waits for, newest first; boundary events of its border included.</summary>
    public WaitState? Waits { get; private set; }

    /// <summary>Why it can't go on, or null.</summary>
    public IncidentState? Incident { get; internal set; }

    public bool TryGetValue(string name, out FeelValue value) =>
        (Locals is not null && Locals.TryGetValue(name, out value)) || Scope.TryGetValue(name, out value);

    internal void SetLocal(string name, FeelValue value) => (Locals ??= new()).Set(name, value);

    internal void Add(WaitState wait)
    {
        wait.Next = Waits;
        Waits = wait;
    }

    internal void Remove(WaitState wait)
    {
        if (ReferenceEquals(Waits, wait))
        {
            Waits = wait.Next;
            return;
        }

        for (var before = Waits; before is not null; before = before.Next)
        {
            if (ReferenceEquals(before.Next, wait))
            {
                before.Next = wait.Next;
                return;
            }
        }
    }
}
