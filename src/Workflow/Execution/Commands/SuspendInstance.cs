namespace Approvals.Workflow.Execution.Commands;

/// <summary>挂起: nothing moves until the instance is resumed. Its statutory clocks go on: suspending is no ground that the law knows.</summary>
public sealed record SuspendInstance(string Reason) : EngineCommand;
