using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Authority;
using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Verification;

/// <summary>
/// All that is at hand about revocation: what the document brings in its security store and what the verifier has. Nothing in it is
/// believed unless the issuer signed it or delegated it.
/// </summary>
internal sealed class RevocationEvidence
{
    private const int MostItems = 256;
    private readonly List<RevocationList> lists = [];
    private readonly List<OcspAnswer> answers = [];

    public List<X509Certificate2> Certificates { get; } = [];

    /// <summary>True when the document brings a store.</summary>
    public bool IsStored { get; private init; }

    /// <exception cref="PdfFormatException">The store is not one.</exception>
    public static RevocationEvidence Of(PdfFile file, Trust trust)
    {
        var store = file.Resolve(file.Catalog["DSS"]) as PdfDictionary;
        var evidence = new RevocationEvidence { IsStored = store is not null };
        evidence.lists.AddRange(trust.RevocationLists ?? []);
        foreach (var item in Items("CRLs"))
        {
            evidence.lists.AddRange(RevocationList.Read(item) is { } list ? [list] : []);
        }

        foreach (var item in Items("OCSPs"))
        {
            evidence.answers.AddRange(OcspAnswer.Read(item) is { } answer ? [answer] : []);
        }

        foreach (var item in Items("Certs"))
        {
            evidence.Certificates.Add(Certificate(item));
        }

        return evidence;

        IEnumerable<ReadOnlyMemory<byte>> Items(string name) =>
            ((file.Resolve(store?[name]) as PdfArray)?.Items ?? [])
                .Take(MostItems)
                .Select(item =>
                    file.Resolve(item) is PdfStream stream
                        ? file.Decode(stream)
                        : throw new PdfFormatException("the security store holds something else than streams", -1)
                );
    }

    /// <summary>
    /// Holds every certificate below the root against what is known. A revocation after the instant does not undo a signature that was
    /// there before it.
    /// </summary>
    /// <param name="chain">Leaf first, root last.</param>
    /// <param name="at">The instant at which the signature is known to have existed.</param>
    public IEnumerable<Finding> Check(X509Certificate2[] chain, DateTimeOffset at, DateTimeOffset now)
    {
        for (var i = 0; i + 1 < chain.Length; i++)
        {
            var (certificate, issuer) = (chain[i], chain[i + 1]);
            if (certificate.Extensions.Any(each => each.Oid?.Value == CertificateTemplate.NoCheckOid))
            {
                continue;
            }

            var known = Known(certificate, issuer).Where(each => each.ThisUpdate <= now).ToList();
            if (known.Min(each => each.RevokedAt) is { } revoked && revoked <= at)
            {
                yield return new("signature.revoked", $"{certificate.Subject} was revoked at {revoked:u}.");
            }
            else if (!known.Exists(each => each.NextUpdate > at))
            {
                yield return new(
                    "signature.revocation-unknown",
                    $"Nothing at hand says that {certificate.Subject} was good."
                );
            }
        }
    }

    private IEnumerable<(DateTimeOffset ThisUpdate, DateTimeOffset NextUpdate, DateTimeOffset? RevokedAt)> Known(
        X509Certificate2 certificate,
        X509Certificate2 issuer
    )
    {
        foreach (var list in lists.Where(each => each.IsSignedBy(issuer)))
        {
            yield return (list.ThisUpdate, list.NextUpdate, list.RevokedAt(certificate));
        }

        foreach (var answer in answers.Where(each => each.IsAbout(certificate, issuer) && each.IsAuthorisedBy(issuer)))
        {
            if (answer.IsGood || answer.RevokedAt is not null)
            {
                yield return (answer.ThisUpdate, answer.NextUpdate, answer.RevokedAt);
            }
        }
    }

    private static X509Certificate2 Certificate(ReadOnlyMemory<byte> item)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(item.Span);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            throw new PdfFormatException("the security store holds something that is no certificate", -1);
        }
    }
}
