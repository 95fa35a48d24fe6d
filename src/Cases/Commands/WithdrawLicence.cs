namespace Approvals.Cases.Commands;

/// <summary>撤销或注销证照, by the approver of the unit that decided.</summary>
public sealed record WithdrawLicence(LicenceEnding Ending, IReadOnlyList<string> Reasons, string Remedies)
    : CaseCommand;
