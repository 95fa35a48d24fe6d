using System.Text.Json;
using System.Text.Json.Serialization;

namespace Approvals.Credentials.Enrolment;

/// <summary>What happened to one certificate of a person. No name and no number of a person stands in it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(CertificateAsked), "asked")]
[JsonDerivedType(typeof(CertificateIssued), "issued")]
[JsonDerivedType(typeof(CertificateDeclined), "declined")]
[JsonDerivedType(typeof(CertificateRevoked), "revoked")]
public abstract record CredentialEvent
{
    public const string Type = "credential";
    public const int Schema = 1;

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, CredentialJson.Default.CredentialEvent);

    public static CredentialEvent Read(ReadOnlySpan<byte> data) =>
        JsonSerializer.Deserialize(data, CredentialJson.Default.CredentialEvent)
        ?? throw new InvalidDataException("An event of a certificate is empty.");
}

/// <param name="KeyId">SHA-256 of the public key, lower-case hexadecimal.</param>
public sealed record CertificateAsked(long Person, string Kind, string? Unit, string KeyId) : CredentialEvent;

/// <param name="Sha256">Of the certificate, lower-case hexadecimal.</param>
/// <param name="ApprovedBy">Null where the kind needs no approval.</param>
public sealed record CertificateIssued(
    string Serial,
    string Sha256,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    string? ApprovedBy
) : CredentialEvent;

public sealed record CertificateDeclined(string By, string Reason) : CredentialEvent;

/// <param name="Reason">One of <see cref="Authority.RevocationReasons"/>.</param>
public sealed record CertificateRevoked(string By, string Reason) : CredentialEvent;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(CredentialEvent))]
internal sealed partial class CredentialJson : JsonSerializerContext;
