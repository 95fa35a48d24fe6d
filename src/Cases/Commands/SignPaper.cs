namespace Approvals.Cases.Commands;

/// <summary>What somebody just did to the case they did with their signature under the paper that was shown.</summary>
/// <param name="Kind">The paper that the decision leads to; null for the application.</param>
/// <param name="Document">The paper with their signature, without a number.</param>
/// <param name="Certificate">SHA-256, lower-case hexadecimal.</param>
public sealed record SignPaper(NoticeKind? Kind, DocumentRef Document, string Certificate) : CaseCommand;
