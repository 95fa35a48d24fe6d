namespace Approvals.Workflow.Feel.Values;

/// <summary>Ends an evaluation that left its <see cref="FeelLimits"/>; never leaves <see cref="FeelExpression.Evaluate"/>.</summary>
internal sealed class FeelLimitException(string message) : Exception(message);
