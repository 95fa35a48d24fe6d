using Approvals.Kernel;

namespace Approvals.Workflow.Execution.Commands;

/// <summary>委托办理: somebody else works on the task; it comes back to the assignee, who completes it.</summary>
public sealed record DelegateUserTask(long Key, Actor To, string Reason) : EngineCommand;
