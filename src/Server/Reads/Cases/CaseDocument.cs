namespace Approvals.Server.Reads.Cases;

/// <summary>A document of a case.</summary>
/// <param name="Kind">What it is to the case: <c>DocumentKinds</c>.</param>
/// <param name="Caption">A material's name; for a notice the name of its <c>NoticeKind</c>; for a licence its number.</param>
/// <param name="FileName">The name it is saved under.</param>
/// <param name="Length">In bytes.</param>
public sealed record CaseDocument(
    long Id,
    string Kind,
    string Caption,
    string FileName,
    string Media,
    long Length,
    DateTimeOffset At
);
