namespace Approvals.Cases.Events;

/// <summary>
/// 证照签名: a person signed what had been signed before them. <see cref="Document"/> is the paper up to this signature,
/// <see cref="Certificate"/> the SHA-256 of the certificate (lower-case hexadecimal).
/// </summary>
public sealed record LicenceSigned(DateTimeOffset At, string By, string Field, DocumentRef Document, string Certificate)
    : CaseEvent(At);
