using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;
using Approvals.Credentials.Pdf.Writing;
using Approvals.Credentials.Verification;

namespace Approvals.Credentials.Signing;

/// <summary>
/// What a signature needs to be checked years later: certificates, answers of responders, revocation lists; all DER.
/// </summary>
public sealed record ValidationData(
    IReadOnlyList<ReadOnlyMemory<byte>> Certificates,
    IReadOnlyList<ReadOnlyMemory<byte>> OcspResponses,
    IReadOnlyList<ReadOnlyMemory<byte>> RevocationLists
);

/// <summary>Gives the validation data for a certificate.</summary>
public interface IValidationSource
{
    /// <summary>Of the certificate and of everything above it up to the root.</summary>
    ValidationData For(X509Certificate2 certificate, DateTimeOffset now);
}

/// <summary>
/// Writes the document security store (ETSI EN 319 142-1 §5.4.2) in an update of its own: each object once, and for every signature
/// which of them are its own (VRI).
/// </summary>
public static class SecurityStore
{
    /// <summary>Adds what all signatures and timestamps of the document need: a B-T becomes a B-LT.</summary>
    public static byte[] Add(ReadOnlyMemory<byte> pdf, IValidationSource source, DateTimeOffset now)
    {
        var file = PdfFile.Open(pdf);
        var update = new IncrementalUpdate(file);
        var kept = new Dictionary<string, PdfReference>(StringComparer.Ordinal);
        var (certificates, responses, lists) = (new PdfArray(), new PdfArray(), new PdfArray());
        var related = new PdfDictionary();
        foreach (var field in SignedField.AllOf(file))
        {
            var contents = ((PdfString)field.Dictionary["Contents"]!).Bytes;
            var own = new PdfDictionary();
            foreach (var data in SignedContents.SignersOf(contents).Select(signer => source.For(signer, now)))
            {
                Keep(data.Certificates, certificates, own, "Cert");
                Keep(data.OcspResponses, responses, own, "OCSP");
                Keep(data.RevocationLists, lists, own, "CRL");
            }

            related[KeyOf(contents)] = update.Add(own);
        }

        var store = new PdfDictionary { ["Type"] = new PdfName("DSS") };
        Put("Certs", certificates);
        Put("OCSPs", responses);
        Put("CRLs", lists);
        store["VRI"] = related;
        var catalog = new PdfDictionary(update.Dictionary(file.Root)) { ["DSS"] = update.Add(store) };
        update.Set(file.Root, catalog);
        return update.Write();

        void Put(string name, PdfArray all)
        {
            if (all.Items.Count > 0)
            {
                store[name] = all;
            }
        }

        void Keep(IReadOnlyList<ReadOnlyMemory<byte>> values, PdfArray all, PdfDictionary own, string name)
        {
            var mine = own[name] as PdfArray ?? new PdfArray();
            foreach (var value in values)
            {
                var digest = Convert.ToHexString(SHA256.HashData(value.Span));
                if (!kept.TryGetValue(digest, out var reference))
                {
                    kept[digest] = reference = update.Add(StreamFilters.Compressed(new(), value.Span));
                    all.Items.Add(reference);
                }

                if (!mine.Items.Contains(reference))
                {
                    mine.Items.Add(reference);
                }
            }

            if (mine.Items.Count > 0)
            {
                own[name] = mine;
            }
        }
    }

#pragma warning disable CA5350 // The specification names a signature by SHA-1; it is a key in a dictionary, nothing rests on it.
    private static string KeyOf(byte[] contents) => Convert.ToHexString(SHA1.HashData(contents));
#pragma warning restore CA5350
}
