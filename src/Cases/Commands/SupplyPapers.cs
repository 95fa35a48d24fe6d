namespace Approvals.Cases.Commands;

/// <summary>补交承诺材料, by the applicant.</summary>
public sealed record SupplyPapers(IReadOnlyList<MaterialDocument> Documents) : CaseCommand;
