namespace Approvals.Workflow.Execution.Commands;

/// <summary>The assignee gives the task back.</summary>
public sealed record UnclaimUserTask(long Key) : EngineCommand;
