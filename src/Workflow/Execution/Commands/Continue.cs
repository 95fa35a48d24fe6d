namespace Approvals.Workflow.Execution.Commands;

/// <summary>Goes on with an instance whose last step reached its bound.</summary>
public sealed record Continue() : EngineCommand;
