using Approvals.Credentials.Pdf.Drawing;
using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;
using Approvals.Credentials.Pdf.Writing;

namespace Approvals.Credentials.Signing;

/// <summary>The changes signing makes to form, field and page.</summary>
internal sealed class FormUpdate(PdfFile file, IncrementalUpdate update)
{
    private const int SignaturesExistAppendOnly = 3;

    /// <returns>The field as it was before its value, with its lock.</returns>
    public PdfDictionary Fill(SignatureRequest request, PdfReference signature)
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
        return field;
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
