using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Licences;
using Approvals.Credentials.Signing;
using Approvals.Credentials.Tests.Licences;

namespace Approvals.Credentials.Tests.Attacks;

/// <summary>The validation data in the file is missing, stale, of somebody else, or says the truth about a revoked certificate.</summary>
public sealed class RevocationAttack : IAttackClass
{
    private const string Unknown = "signature.revocation-unknown";

    public IEnumerable<Attack> Make(AttackMaterial material)
    {
        var authority = material.Authority;
        var services = authority.Services;
        var at = AttackMaterial.At;
        var about = services.For(authority.Seal.Certificate, at);
        ReadOnlyMemory<byte> Answer(DateTimeOffset when) =>
            services.Responder("seals", when)!.Respond(authority.Seal.Certificate, when);

        yield return Of("no answer", about with { OcspResponses = [] }, Unknown);
        yield return Of("no list of the root", about with { RevocationLists = [] }, Unknown);
        yield return Of("a stale answer", about with { OcspResponses = [Answer(at.AddDays(-20))] }, Unknown);
        yield return Of(
            "an answer about another certificate",
            services.For(authority.Clerk.Certificate, at) with
            {
                RevocationLists = about.RevocationLists,
            },
            Unknown
        );
        yield return Of(
            "an answer of another authority",
            about with
            {
                OcspResponses =
                [
                    material.Foreign.Services.Responder("seals", at)!.Respond(authority.Seal.Certificate, at),
                ],
            },
            Unknown
        );
        yield return Of(
            "a list of another authority's root",
            about with
            {
                RevocationLists = material.Foreign.Services.For(material.Foreign.Seal.Certificate, at).RevocationLists,
            },
            Unknown
        );
        yield return Of("no answer but noise", about with { OcspResponses = [new byte[] { 1, 2, 3 }] }, Unknown);
        yield return Of(
            "a certificate that is none",
            about with
            {
                Certificates = [new byte[] { 1, 2, 3 }],
            },
            "structure.malformed"
        );
        using var other = new TestAuthority();
        other.Authority.Seals.Revoke(other.Seal.Certificate, X509RevocationReason.KeyCompromise, at.AddDays(-2));
        yield return new(
            "the seal was revoked before",
            LicenceSigning.Finish(
                material.Unsigned,
                SampleLicence.SealRequest,
                other.Seal,
                other.Services.Timestamps(at),
                other.Services
            ),
            "signature.revoked",
            other.Trust
        );

        Attack Of(string name, ValidationData data, string code) =>
            new(
                name,
                LicenceSigning.Finish(
                    material.Unsigned,
                    SampleLicence.SealRequest,
                    authority.Seal,
                    services.Timestamps(at),
                    new Given(data)
                ),
                code
            );
    }

    private sealed class Given(ValidationData data) : IValidationSource
    {
        public ValidationData For(X509Certificate2 certificate, DateTimeOffset now) => data;
    }
}
