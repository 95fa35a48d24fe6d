using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Approvals.Credentials.Authority;
using Approvals.Credentials.Licences;
using Approvals.Credentials.Signing;
using Approvals.Credentials.Tests.Licences;
using Approvals.Credentials.Timestamping;

namespace Approvals.Credentials.Tests.Attacks;

/// <summary>The proof of time is forged, in the signature or over the document.</summary>
public sealed class TimestampAttack : IAttackClass
{
    public IEnumerable<Attack> Make(AttackMaterial material)
    {
        var honest = material.Authority.Services.Timestamps(AttackMaterial.At);
        using var signer = OwnKey.Of(
            material.Authority,
            material.Authority.Authority.Persons,
            CertificateProfile.DocumentSigning
        );
        (string Name, ITimestampSource Source, string Code)[] forgeries =
        [
            ("of another authority", material.Foreign.Services.Timestamps(AttackMaterial.At), "timestamp.chain"),
            ("over something else", new Forged(honest, digest => SHA256.HashData(digest)), "timestamp.imprint"),
            ("no token", new Forged(honest, token: _ => [0x30, 0x03, 0x02, 0x01, 0x01]), "timestamp.malformed"),
            ("signature flipped", new Forged(honest, token: Flipped), "timestamp.signature"),
            ("signed by a person", new Forged(honest, token: token => Resigned(token, signer)), "timestamp.usage"),
        ];
        foreach (var (name, source, code) in forgeries)
        {
            yield return new(
                "of the seal: " + name,
                PdfSigner.Sign(material.Unsigned, SampleLicence.SealRequest, material.Authority.Seal, source),
                code
            );
            yield return new(
                "of the document: " + name,
                DocumentTimestamp.Add(material.Sealed, LicenceSigning.ArchiveField, source, AttackMaterial.At),
                code
            );
        }

        using var late = Apart(material, "late");
        using var early = Apart(material, "early");
        var hourLater = AttackMaterial.At.AddHours(1);
        var seal = PdfSigner.Sign(
            material.Unsigned,
            SampleLicence.SealRequest with
            {
                At = hourLater,
            },
            material.Authority.Seal,
            late.Timestamps(hourLater)
        );
        yield return new(
            "the document's is earlier than the seal's",
            DocumentTimestamp.Add(seal, "archive", early.Timestamps(AttackMaterial.At), AttackMaterial.At),
            "timestamp.order"
        );
        var first = DocumentTimestamp.Add(material.Sealed, "archive", late.Timestamps(hourLater), hourLater);
        yield return new(
            "the second of the document is earlier than the first",
            DocumentTimestamp.Add(first, "again", early.Timestamps(AttackMaterial.At), AttackMaterial.At),
            "timestamp.order"
        );
    }

    /// <summary>A timestamp authority with a memory of its own.</summary>
    private static AuthorityServices Apart(AttackMaterial material, string name) =>
        new(material.Authority.Authority, material.Authority.Folder[name], material.Authority.Keys, (_, _) => null);

    private static byte[] Flipped(byte[] token)
    {
        token[^5] ^= 1;
        return token;
    }

    private static byte[] Resigned(byte[] token, OwnKey signer)
    {
        var cms = new SignedCms();
        cms.Decode(token);
        return signer.Cms(cms.ContentInfo, signer.Certificate, detached: false);
    }

    private sealed class Forged(
        ITimestampSource honest,
        Func<byte[], byte[]>? digest = null,
        Func<byte[], byte[]>? token = null
    ) : ITimestampSource
    {
        public byte[] Stamp(ReadOnlySpan<byte> given, DateTimeOffset now)
        {
            var stamped = honest.Stamp(digest is null ? given : digest(given.ToArray()), now);
            return token is null ? stamped : token(stamped);
        }
    }
}
