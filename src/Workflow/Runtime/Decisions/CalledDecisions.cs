using Approvals.Workflow.Dmn;
using Approvals.Workflow.Execution;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Runtime.Decisions;

/// <summary>What a business rule task gets from a decision of a model.</summary>
public static class CalledDecisions
{
    /// <summary>Null when the model has no such decision. Null with a diagnostic is a failure, null without one is a value.</summary>
    public static CalledDecisionResult? Evaluate(
        DecisionModel model,
        string decisionId,
        IFeelScope inputs,
        FeelEnvironment environment
    )
    {
        if (model.Find(decisionId) is not { } decision)
        {
            return null;
        }

        var result = decision.Evaluate(inputs, environment, explain: true);
        var failure = result.Value.IsNull && result.Diagnostics is [var first, ..] ? first.Message : null;
        return new(result.Value, result.Explanation!.ToJson(), failure);
    }
}
