namespace Approvals.Workflow.Execution.Commands;

/// <summary>催办: asks whoever has the task to get on with it, at most once a working day and person.</summary>
public sealed record UrgeUserTask(long Key, string? Note) : EngineCommand;
