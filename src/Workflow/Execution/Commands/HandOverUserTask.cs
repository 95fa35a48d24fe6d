using Approvals.Kernel;

namespace Approvals.Workflow.Execution.Commands;

/// <summary>转办: the task is somebody else's from now on. <paramref name="To"/> comes with the groups that the caller has resolved.</summary>
public sealed record HandOverUserTask(long Key, Actor To, string Reason) : EngineCommand;
