namespace Approvals.Workflow.Execution.Commands;

/// <summary>签收: the context's actor takes the task.</summary>
public sealed record ClaimUserTask(long Key) : EngineCommand;
