namespace Approvals.Cases.Commands;

/// <summary>A worker made and signed a paper.</summary>
public sealed record RecordNotice(NoticeKind Kind, DocumentRef Document) : CaseCommand;
