namespace Approvals.Workflow.Execution.Commands;

/// <summary>The timer is due.</summary>
public sealed record TriggerTimer(long Key) : EngineCommand;
