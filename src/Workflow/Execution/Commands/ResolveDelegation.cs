namespace Approvals.Workflow.Execution.Commands;

/// <summary>Ends a delegation: the delegate gives the task back with an opinion, or the delegator takes it back (收回).</summary>
public sealed record ResolveDelegation(long Key, string? Opinion) : EngineCommand;
