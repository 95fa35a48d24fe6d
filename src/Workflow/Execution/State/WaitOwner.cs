using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.State;

/// <summary>
/// What waits and may be stuck: an element instance, or a scope, for the start events of its event sub-processes. Expressions
/// about it see its variables.
/// </summary>
public abstract class WaitOwner : IFeelScope, IKeyed
{
    private protected WaitOwner(long key) => Key = key;

    /// <summary>A scope has the key of the element instance whose inside it is, or of the process instance.</summary>
    public long Key { get; }

    /// <summary>The process that the model elements about it stand in: a called one has its own.</summary>
    public abstract ProcessDefinition Definition { get; }

    /// <summary>What it waits for, newest first; boundary events of its border included.</summary>
    public WaitState? Waits { get; private set; }

    /// <summary>Why it can't go on, or null.</summary>
    public IncidentState? Incident { get; internal set; }

    public abstract bool TryGetValue(string name, out FeelValue value);

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
