namespace Approvals.Workflow.Execution.Migration;

/// <summary>Why a token has no legal place in the new version. <see cref="ElementId"/> is that of the old one.</summary>
public sealed record MigrationProblem(string Code, string ElementId, string Message);
