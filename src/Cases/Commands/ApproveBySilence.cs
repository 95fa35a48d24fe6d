namespace Approvals.Cases.Commands;

/// <summary>超时默许, by the process when the promised limit is over.</summary>
public sealed record ApproveBySilence : CaseCommand;
