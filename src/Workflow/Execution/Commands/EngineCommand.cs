namespace Approvals.Workflow.Execution.Commands;

/// <summary>What someone wants of one process instance; it becomes events or a rejection.</summary>
public abstract record EngineCommand;
