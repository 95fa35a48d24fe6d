using System.Diagnostics.CodeAnalysis;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>
/// A FEEL script (BPMN §10.3.3): <c>zeebe:script</c>, or the standard <c>script</c> element. With a result variable the
/// value goes there; without one, a context gives each of its entries as a variable and any other value has no name to go to.
/// </summary>
[method: SetsRequiredMembers]
public sealed class ScriptTask(Element basis, FeelExpression script, string? resultVariable) : Element(basis)
{
    public FeelExpression Script { get; } = script;
    public string? ResultVariable { get; } = resultVariable;
}
