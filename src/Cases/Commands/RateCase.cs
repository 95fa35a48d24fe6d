namespace Approvals.Cases.Commands;

/// <summary>评价.</summary>
public sealed record RateCase(int Stars, Channel Channel, DocumentRef? Comment = null) : CaseCommand;
