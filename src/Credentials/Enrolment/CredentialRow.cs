namespace Approvals.Credentials.Enrolment;

public enum CredentialState
{
    Asked,
    Issued,
    Declined,
    Revoked,
}

/// <summary>One certificate of a person, from the request to its end. Folded from the stream; the last three are beside it.</summary>
/// <param name="KeyId">SHA-256 of the public key as SubjectPublicKeyInfo.</param>
/// <param name="DecidedBy">Who approved or declined; null where no approval is needed.</param>
/// <param name="Request">PKCS#10 while it waits.</param>
/// <param name="Certificate">DER, once issued.</param>
public sealed record CredentialRow(
    long Key,
    long Version,
    long Person,
    string Kind,
    string? Unit,
    CredentialState State,
    byte[] KeyId,
    DateTimeOffset Asked,
    string? DecidedBy = null,
    string? Serial = null,
    DateTimeOffset? NotBefore = null,
    DateTimeOffset? NotAfter = null,
    DateTimeOffset? Ended = null,
    string? Reason = null,
    byte[]? Request = null,
    string? Nonce = null,
    byte[]? Certificate = null
)
{
    /// <summary>Issued, not revoked and within its time.</summary>
    public bool IsGoodAt(DateTimeOffset now) => State == CredentialState.Issued && now >= NotBefore && now <= NotAfter;
}
