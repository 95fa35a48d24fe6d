namespace Approvals.Cases.Commands;

/// <summary>The platform fixes who is to sign the licence that the approval fixed.</summary>
public sealed record DraftLicence(IReadOnlyList<LicenceSignatory> Signatories) : CaseCommand;
