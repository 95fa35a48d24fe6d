using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;
using Approvals.Credentials.Pdf.Writing;
using Approvals.Credentials.Timestamping;
using Approvals.Credentials.Verification;

namespace Approvals.Credentials.Signing;

/// <summary>
/// PAdES baseline B-B and B-T signatures (ETSI EN 319 142-1) by incremental update: earlier signatures stay valid, because nothing they
/// cover is touched. Pure: the key signs where it is, the instant comes with the request.
/// </summary>
public static class PdfSigner
{
    private const int FormFillingAllowed = 2;

    /// <param name="timestamps">Stamps the signature (B-T) when given.</param>
    /// <exception cref="PdfFormatException">The bytes are not a PDF this reader accepts.</exception>
    /// <exception cref="InvalidOperationException">The field is signed already or is no signature field, or the request certifies a
    /// document that has signatures.</exception>
    public static byte[] Sign(
        ReadOnlyMemory<byte> pdf,
        SignatureRequest request,
        IDocumentSigner signer,
        ITimestampSource? timestamps = null
    )
    {
        var prepared = Prepare(pdf, request, signer.Certificate, signer.Chain);
        return prepared.Complete(signer.Sign(prepared.SignedAttributes.Span), timestamps, request.At);
    }

    /// <summary>
    /// Everything but the signature value, for keys that are elsewhere: show the document, let the key sign
    /// <see cref="PreparedSignature.SignedAttributes"/>, then complete.
    /// </summary>
    /// <inheritdoc cref="Sign"/>
    public static PreparedSignature Prepare(
        ReadOnlyMemory<byte> pdf,
        SignatureRequest request,
        X509Certificate2 certificate,
        IReadOnlyList<X509Certificate2> chain
    )
    {
        var file = PdfFile.Open(pdf);
        var update = new IncrementalUpdate(file);
        var (byteRange, contents) = SignedRange.Places(request.ReservedBytes);
        var dictionary = SignatureDictionary(request, byteRange, contents);
        var signature = update.Reserve();
        var field = new FormUpdate(file, update).Fill(request, signature);
        Restrict(dictionary, field, request, file, update, signature);
        update.Set(signature, dictionary);
        var bytes = update.Write();
        SignedRange.Fill(bytes, byteRange, contents);
        return PreparedSignature.Of(bytes, contents.Offset, contents.Bytes.Length, certificate, chain);
    }

    private static PdfDictionary SignatureDictionary(
        SignatureRequest request,
        PdfPlaceholder byteRange,
        PdfPlaceholder contents
    )
    {
        var dictionary = new PdfDictionary
        {
            ["Type"] = new PdfName("Sig"),
            ["Filter"] = new PdfName("Adobe.PPKLite"),
            ["SubFilter"] = new PdfName("ETSI.CAdES.detached"),
            ["ByteRange"] = byteRange,
            ["Contents"] = contents,
            ["M"] = DocumentInformation.PdfDate(request.At),
        };
        Text("Name", request.SignerName);
        Text("Reason", request.Reason);
        Text("Location", request.Location);
        return dictionary;

        void Text(string key, string? text)
        {
            if (text is not null)
            {
                dictionary[key] = PdfString.OfText(text);
            }
        }
    }

    /// <summary>What may happen after this signature: the field's lock, and for the first one that nothing but signing may.</summary>
    private static void Restrict(
        PdfDictionary dictionary,
        PdfDictionary field,
        SignatureRequest request,
        PdfFile file,
        IncrementalUpdate update,
        PdfReference signature
    )
    {
        var references = new PdfArray();
        if (request.Certifies)
        {
            if (SignedField.AllOf(file).Count > 0)
            {
                throw new InvalidOperationException("Only the first signature certifies a document.");
            }

            references.Items.Add(Transform("DocMDP", new() { ["P"] = new PdfInteger(FormFillingAllowed) }));
            var catalog = new PdfDictionary(update.Dictionary(file.Root))
            {
                ["Perms"] = new PdfDictionary { ["DocMDP"] = signature },
            };
            update.Set(file.Root, catalog);
        }

        if (file.Resolve(field["Lock"]) is PdfDictionary fieldLock)
        {
            var parameters = new PdfDictionary { ["Action"] = fieldLock["Action"] };
            if (fieldLock["Fields"] is { } fields)
            {
                parameters["Fields"] = fields;
            }

            var transform = Transform("FieldMDP", parameters);
            transform["Data"] = file.Root;
            references.Items.Add(transform);
        }

        if (references.Items.Count > 0)
        {
            dictionary["Reference"] = references;
        }
    }

    private static PdfDictionary Transform(string method, PdfDictionary parameters)
    {
        parameters["Type"] = new PdfName("TransformParams");
        parameters["V"] = new PdfName("1.2");
        return new()
        {
            ["Type"] = new PdfName("SigRef"),
            ["TransformMethod"] = new PdfName(method),
            ["TransformParams"] = parameters,
        };
    }
}
