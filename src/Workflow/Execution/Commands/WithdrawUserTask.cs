namespace Approvals.Workflow.Execution.Commands;

/// <summary>
/// 撤回: whoever completed the earlier step last takes it back along a declared <c>approvals:returnTo</c> edge, while nobody
/// has the later task. <paramref name="Key"/> is the later task's.
/// </summary>
public sealed record WithdrawUserTask(long Key, string TargetElementId, string? Reason) : EngineCommand;
