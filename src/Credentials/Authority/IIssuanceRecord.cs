namespace Approvals.Credentials.Authority;

public enum IssuanceEvent
{
    /// <summary>Written before the key signs: from here on the serial counts as used whatever happens.</summary>
    Intended,
    Issued,
    Revoked,
    RevocationListPublished,
}

/// <summary>
/// One line of an authority's register.
/// </summary>
/// <param name="Issuer">Name of the issuing authority: <c>root</c>, <c>persons</c>, <c>seals</c>, <c>tls</c>, <c>timestamps</c>.</param>
/// <param name="Serial">Upper-case hexadecimal; for a revocation list its number.</param>
/// <param name="Detail">Subject, reason or digest, by event.</param>
/// <param name="Digest">SHA-256 in lower-case hexadecimal: of the certificate to be signed (Intended), of what was signed after.</param>
public sealed record IssuanceEntry(
    DateTimeOffset At,
    IssuanceEvent Event,
    string Issuer,
    string Serial,
    string Detail,
    string Digest = ""
);

/// <summary>
/// The append-only register of what an authority meant to sign and signed. <see cref="Append"/> returns when the entry is durable.
/// </summary>
public interface IIssuanceRecord
{
    void Append(IssuanceEntry entry);

    IReadOnlyList<IssuanceEntry> Read();

    /// <summary>The entries of one serial number of an issuer, in order; lists have their number among them.</summary>
    IReadOnlyList<IssuanceEntry> Of(string issuer, string serial);
}
