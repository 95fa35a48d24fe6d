namespace Approvals.Cases.Commands;

/// <summary>A worker made and signed the licence that the approval fixed.</summary>
public sealed record IssueLicence(string Identifier, DocumentRef Document) : CaseCommand;
