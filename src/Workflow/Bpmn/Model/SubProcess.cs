using System.Diagnostics.CodeAnalysis;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>
/// An activity with elements inside: embedded sub-process, event sub-process, transaction (BPMN §10.3.5); see
/// <see cref="Element.Kind"/>. Its elements name it in <see cref="Element.Scope"/>.
/// </summary>
[method: SetsRequiredMembers]
public class SubProcess(Element basis, ScopeContent content) : Element(basis)
{
    public ScopeContent Content { get; } = content;
}

/// <summary>
/// An ad-hoc sub-process (BPMN §10.3.5): its elements without incoming flow are enabled as <see cref="ActiveElements"/> says, or all
/// at once; it ends when the completion condition holds after one has ended, or without one when nothing is left inside.
/// </summary>
[method: SetsRequiredMembers]
public sealed class AdHocSubProcess(Element basis, ScopeContent content) : SubProcess(basis, content)
{
    public FeelExpression? CompletionCondition { get; init; }

    /// <summary>One after the other instead of side by side.</summary>
    public bool IsSequential { get; init; }

    /// <summary>When the condition holds, what still runs is ended; else waited for.</summary>
    public bool CancelsRemaining { get; init; } = true;

    /// <summary><c>zeebe:adHoc activeElementsCollection</c>: FEEL that gives the ids of the elements to enable.</summary>
    public FeelExpression? ActiveElements { get; init; }

    /// <summary><c>zeebe:adHoc outputCollection</c> and <c>outputElement</c>, as for a multi-instance.</summary>
    public string? OutputCollection { get; init; }
    public FeelExpression? OutputElement { get; init; }
}

/// <summary>
/// A call activity (BPMN §10.3.6): the called process runs inside the same instance. Called by
/// <c>zeebe:calledElement</c>, or by the standard <c>calledElement</c> that names a process or global task.
/// </summary>
[method: SetsRequiredMembers]
public sealed class CallActivity(Element basis, ModelValue? processId) : Element(basis)
{
    /// <summary>Null when the file doesn't say what to call.</summary>
    public ModelValue? ProcessId { get; } = processId;

    public ResourceBinding Binding { get; init; }
    public string? VersionTag { get; init; }

    /// <summary>Without input mappings for them, all variables of the caller are handed over.</summary>
    public bool PassesAllVariables { get; init; } = true;

    /// <summary>All variables of the called process come back, besides the output mappings.</summary>
    public bool ReturnsAllVariables { get; init; } = true;
}
