using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.State;

/// <summary>A running element (BPMN §13.3.2): between <c>ElementActivated</c> and <c>ElementCompleted</c> or <c>ElementTerminated</c>.</summary>
public sealed class ElementInstance : WaitOwner
{
    internal ElementInstance(long key, Element element, ScopeState scope)
        : base(key)
    {
        Element = element;
        Scope = scope;
    }

    public Element Element { get; internal set; }
    public ScopeState Scope { get; }
    public override ProcessDefinition Definition => Scope.Definition;

    /// <summary>
    /// Variables of its own: input mappings, and results before the output mappings; those of <see cref="Inner"/> too. Null when it
    /// has none.
    /// </summary>
    public VariableMap? Locals { get; private set; }

    /// <summary>What runs inside: of a sub-process, a called process, a body of a loop. Null for all others.</summary>
    public ScopeState? Inner { get; private set; }

    /// <summary>True for the one that stands for all rounds of an activity that repeats; its rounds run inside.</summary>
    public bool IsBody => Inner is { Loop: not null };

    /// <summary>The completed activity that it compensates, as its handler or by being that sub-process again; else null.</summary>
    public CompletedActivity? Compensates { get; internal set; }

    /// <summary>True for a completed sub-process that is there again to be compensated.</summary>
    public bool IsReopened => Compensates?.Element == Element;

    /// <summary>Which round it is of the body around it, from 1; 0 for what isn't one.</summary>
    public int Round { get; internal set; }

    public override bool TryGetValue(string name, out FeelValue value) =>
        (Locals is not null && Locals.TryGetValue(name, out value)) || Scope.TryGetValue(name, out value);

    internal void SetLocal(string name, FeelValue value) => OpenLocals().Set(name, value);

    internal VariableMap OpenLocals() => Locals ??= new();

    /// <summary>Its inside comes into being: one variable is the same within and without.</summary>
    internal ScopeState Open() => Inner = new(this, OpenLocals());

    /// <summary>The inside of a completed sub-process comes back as it was at its end.</summary>
    internal ScopeState Reopen()
    {
        var completed = Compensates!;
        var inside = Open();
        if (completed.Variables is { } variables)
        {
            foreach (var variable in variables.Items)
            {
                inside.Variables.Set(variable.Name, variable.Value);
            }
        }

        inside.Remember(completed.Inside ?? []);
        return inside;
    }

    /// <summary>The called process comes into being.</summary>
    internal ScopeState Call(ProcessDefinition definition, long definitionKey) =>
        Inner = new(this, OpenLocals(), definition, definitionKey);
}
