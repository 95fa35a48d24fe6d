using System.Security.Cryptography.X509Certificates;
using Approvals.Credentials.Keys;
using Approvals.Credentials.Pdf.Drawing;
using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;
using Approvals.Credentials.Pdf.Writing;

namespace Approvals.Credentials.Signing;

/// <summary>
/// PAdES baseline B-B signatures (ETSI EN 319 142-1) by incremental update: earlier signatures stay valid, because nothing they
/// cover is touched. Pure: the key signs where it is, the instant comes with the request.
/// </summary>
public static class PdfSigner
{
    private const int SignaturesExistAppendOnly = 3;
    private static readonly byte[] ByteRangePlace = "[0 0000000000 0000000000 0000000000]"u8.ToArray();

    /// <exception cref="PdfFormatException">The bytes are not a PDF this reader accepts.</exception>
    /// <exception cref="InvalidOperationException">The field is signed already or is no signature field.</exception>
    public static byte[] Sign(ReadOnlyMemory<byte> pdf, SignatureRequest request, IDocumentSigner signer)
    {
        var prepared = Prepare(pdf, request, signer.Certificate, signer.Chain);
        return prepared.Complete(signer.Sign(prepared.SignedAttributes.Span));
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
        var algorithm =
            SignatureAlgorithm.For(certificate.PublicKey)
            ?? throw new InvalidOperationException("The certificate's key is of a kind that doesn't sign here.");
        var file = PdfFile.Open(pdf);
        var update = new IncrementalUpdate(file);
        var byteRange = new PdfPlaceholder(ByteRangePlace);
        var contents = new PdfPlaceholder(EmptyContents(request.ReservedBytes));
        var signature = update.Add(SignatureDictionary(request, byteRange, contents));
        var form = new FormUpdate(file, update);
        form.Fill(request, signature);
        var bytes = update.Write();
        return PreparedSignature.Of(bytes, byteRange, contents, algorithm, certificate, chain);
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

    private static byte[] EmptyContents(int reserved)
    {
        var contents = new byte[(reserved * 2) + 2];
        contents.AsSpan().Fill((byte)'0');
        contents[0] = (byte)'<';
        contents[^1] = (byte)'>';
        return contents;
    }

    /// <summary>The changes signing makes to form, field and page.</summary>
    private sealed class FormUpdate(PdfFile file, IncrementalUpdate update)
    {
        public void Fill(SignatureRequest request, PdfReference signature)
        {
            var (form, fields) = Form();
            var reference = Find(fields, request.Field);
            PdfDictionary field;
            if (reference is null)
            {
                field = NewField(request, out reference);
                fields.Items.Add(reference);
            }
            else
            {
                field = new PdfDictionary(file.Dictionary(reference));
                if (field.NameOf("FT") != "Sig" || field["V"] is not null)
                {
                    throw new InvalidOperationException($"{request.Field} is not an empty signature field.");
                }
            }

            field["V"] = signature;
            if (request.Appearance is { } appearance)
            {
                field["AP"] = new PdfDictionary { ["N"] = Draw(appearance, field) };
            }

            update.Set(reference, field);
            form["SigFlags"] = new PdfInteger(SignaturesExistAppendOnly);
        }

        private (PdfDictionary Form, PdfArray Fields) Form()
        {
            var catalog = file.Catalog;
            var given = catalog["AcroForm"];
            var form = given is null ? new() : new PdfDictionary(file.Dictionary(given));
            var fields = new PdfArray(file.Resolve(form["Fields"]) is PdfArray known ? known.Items : []);
            form["Fields"] = fields;
            if (given is PdfReference reference)
            {
                update.Set(reference, form);
            }
            else
            {
                update.Set(file.Root, new PdfDictionary(catalog) { ["AcroForm"] = form });
            }

            return (form, fields);
        }

        private PdfReference? Find(PdfArray fields, string name) =>
            fields
                .Items.OfType<PdfReference>()
                .FirstOrDefault(item => file.Dictionary(item)["T"] is PdfString title && title.ToText() == name);

        private PdfDictionary NewField(SignatureRequest request, out PdfReference reference)
        {
            var area = request.Area ?? new PageArea(0, 0, 0, 0, 0);
            var page = file.Pages()[area.Page];
            var dictionary = new PdfDictionary(update.Dictionary(page));
            reference = update.Reserve();
            var annotations = new PdfArray(file.Resolve(dictionary["Annots"]) is PdfArray known ? known.Items : []);
            annotations.Items.Add(reference);
            dictionary["Annots"] = annotations;
            update.Set(page, dictionary);
            var (left, top) = TopLeft(page);
            var widget = SignatureField.Widget(request.Field, area, top, page, request.SignerName ?? request.Field);
            widget["Rect"] = request.Area is null
                ? PdfArray.OfNumbers(0, 0, 0, 0)
                : (area with { X = area.X + left }).ToRectangle(top);
            return widget;
        }

        private (double Left, double Top) TopLeft(PdfReference page)
        {
            var node = file.Dictionary(page);
            for (var depth = 0; depth < PdfLexer.MaximumDepth; depth++)
            {
                if (file.Resolve(node["MediaBox"]) is PdfArray { Items.Count: 4 } box)
                {
                    var corners = box.Items.ConvertAll(item => Number(file.Resolve(item)));
                    return (Math.Min(corners[0], corners[2]), Math.Max(corners[1], corners[3]));
                }

                node = file.Dictionary(node["Parent"]);
            }

            throw new PdfFormatException("a page without a size", -1);
        }

        private PdfReference Draw(ISignatureAppearance appearance, PdfDictionary field)
        {
            var rectangle = (PdfArray)file.Resolve(field["Rect"]);
            var corners = rectangle.Items.ConvertAll(item => Number(file.Resolve(item)));
            var (width, height) = (Math.Abs(corners[2] - corners[0]), Math.Abs(corners[3] - corners[1]));
            var resources = new PdfResources();
            var canvas = new PdfCanvas(width, height, resources);
            appearance.Draw(canvas);
            var form = SignatureField.FormDictionary(width, height, resources.Write(update));
            return update.Add(StreamFilters.Compressed(form, canvas.Content));
        }

        private static double Number(PdfValue value) =>
            value switch
            {
                PdfInteger integer => integer.Value,
                PdfReal real => real.Value,
                _ => throw new PdfFormatException("a number is missing", -1),
            };
    }
}
