using Approvals.Kernel;

namespace Approvals.Workflow.Execution.Commands;

/// <summary>退回: whoever has the task sends it back along a declared <c>approvals:returnTo</c> edge.</summary>
/// <param name="To">
/// 原经办人, with the groups that the caller has resolved: the earlier step becomes his or hers if the step's candidates
/// include the person; null, or anybody else, leaves it to the candidates.
/// </param>
public sealed record ReturnUserTask(long Key, string TargetElementId, string Reason, Actor? To = null) : EngineCommand;
