namespace Approvals.Credentials.Licences;

/// <summary>A part of a notice's body.</summary>
public abstract record NoticeBlock;

/// <summary>A paragraph, first line indented by two characters.</summary>
public sealed record NoticeParagraph(string Text) : NoticeBlock;

/// <summary>Items numbered 1. 2. 3. …, such as everything an applicant has to put right (一次性告知).</summary>
public sealed record NoticeList(IReadOnlyList<string> Items) : NoticeBlock;

/// <summary>
/// An official notice before it is set: 受理通知书, 一次性补正告知书, 不予许可决定书….
/// </summary>
/// <param name="Issuer">The authority in whose name it is given.</param>
/// <param name="Number">清卫补〔2026〕37 号.</param>
/// <param name="Addressee">Without the colon.</param>
/// <param name="VerifyUrl">What the QR code opens, or null for no code.</param>
public sealed record NoticeDocument(
    string Issuer,
    string Title,
    string Number,
    string Addressee,
    IReadOnlyList<NoticeBlock> Blocks,
    DateOnly IssuedOn,
    string? VerifyUrl = null
);
