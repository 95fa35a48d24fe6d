namespace Approvals.Cases.Commands;

/// <summary>受理; in a green channel papers may follow (先办后补).</summary>
/// <param name="Owed">What is still missing and until when; null or empty when nothing is.</param>
public sealed record AcceptCase(string? Remark = null, IReadOnlyList<OwedPaper>? Owed = null) : CaseCommand;
