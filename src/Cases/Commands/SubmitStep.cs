namespace Approvals.Cases.Commands;

/// <summary>提交，待签署: a step of the staff that happens when the signers of its task have signed.</summary>
public sealed record SubmitStep(long Task, CaseCommand Step) : CaseCommand;
