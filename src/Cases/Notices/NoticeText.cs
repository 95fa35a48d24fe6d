namespace Approvals.Cases.Notices;

/// <summary>
/// What a paper says, before anybody lays it out: title, number line, addressee, paragraphs, a numbered list that stands after
/// the first paragraph, closing paragraphs after the list, issuer and date.
/// </summary>
public sealed record NoticeText(
    string Title,
    string Number,
    string Addressee,
    IReadOnlyList<string> Paragraphs,
    IReadOnlyList<string> List,
    IReadOnlyList<string> Closing,
    string Issuer,
    DateOnly Date
);
