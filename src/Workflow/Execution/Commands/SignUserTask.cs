namespace Approvals.Workflow.Execution.Commands;

/// <summary>签署意见: what a signer says. To disagree needs a text.</summary>
public sealed record SignUserTask(long Key, long Signer, bool Agrees, string? Opinion) : EngineCommand;
