using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution;

/// <summary>Evaluates decisions for business rule tasks: pure, the same inputs give the same result.</summary>
public interface IDecisions
{
    /// <summary>Null when there is no such decision.</summary>
    CalledDecisionResult? Evaluate(DecisionReference decision, IFeelScope inputs, FeelEnvironment environment);
}

/// <summary>Which decision is meant.</summary>
/// <param name="VersionTag">For <see cref="ResourceBinding.VersionTag"/>, else null.</param>
/// <param name="Caller">The process that asks, for <see cref="ResourceBinding.Deployment"/>.</param>
public sealed record DecisionReference(
    string DecisionId,
    ResourceBinding Binding,
    string? VersionTag,
    ProcessDefinition Caller
);

/// <summary>What a decision gave.</summary>
/// <param name="Explanation">JSON: inputs, matched rules, outputs.</param>
/// <param name="Failure">Why there is no value, as a sentence; null when there is one.</param>
public sealed record CalledDecisionResult(FeelValue Value, string Explanation, string? Failure = null);
