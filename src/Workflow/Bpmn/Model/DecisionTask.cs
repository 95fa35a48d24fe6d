using System.Diagnostics.CodeAnalysis;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>Which of several deployed versions a call means (<c>zeebe:bindingType</c>).</summary>
public enum ResourceBinding
{
    Latest,

    /// <summary>The version that was deployed together with the calling one.</summary>
    Deployment,

    VersionTag,
}

/// <summary>A business rule task with <c>zeebe:calledDecision</c> (BPMN §10.3.3, DMN §5.3): evaluated in the same step.</summary>
[method: SetsRequiredMembers]
public sealed class DecisionTask(Element basis, ModelValue decisionId, string resultVariable) : Element(basis)
{
    public ModelValue DecisionId { get; } = decisionId;
    public string ResultVariable { get; } = resultVariable;
    public ResourceBinding Binding { get; init; }

    /// <summary>For <see cref="ResourceBinding.VersionTag"/>.</summary>
    public string? VersionTag { get; init; }
}
