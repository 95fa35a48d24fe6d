namespace Approvals.Workflow.Execution.State;

/// <summary>A token on a flow, ready to enter its target; at a join, the last of the set that was awaited.</summary>
internal readonly record struct Token(ScopeState Scope, int Flow);
