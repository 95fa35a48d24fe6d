namespace Approvals.Cases.Events;

/// <summary>
/// 签发稿签名: whoever decided, or applied, signed the paper as it was shown, before it had a number. <see cref="Document"/> is that
/// paper with the signature, <see cref="Certificate"/> the SHA-256 of the certificate (lower-case hexadecimal), <see cref="Kind"/> null for
/// the application.
/// </summary>
public sealed record PaperSigned(
    DateTimeOffset At,
    string By,
    DocumentRef Document,
    string Certificate,
    NoticeKind? Kind = null
) : CaseEvent(At);
