using Approvals.Cases.Commands;

namespace Approvals.Cases;

/// <summary>A step that happens when the signers of its task have signed: who submitted it, and the key of the task.</summary>
public sealed record PendingStep(string By, long Task, CaseCommand Step);
