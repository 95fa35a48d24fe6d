using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>An attribute that is a plain text or, with a leading <c>=</c>, a FEEL expression. Exactly one is set.</summary>
public sealed record ModelValue(string? Text, FeelExpression? Expression);
