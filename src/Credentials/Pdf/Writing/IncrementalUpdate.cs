using System.Security.Cryptography;
using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Pdf.Writing;

/// <summary>
/// A revision appended to a file, whose own bytes stay untouched (ISO 32000-1 §7.5.6). The new cross-reference section is of the
/// kind the file ends with.
/// </summary>
public sealed class IncrementalUpdate(PdfFile original) : IPdfObjects
{
    private readonly SortedDictionary<int, PdfValue?> changed = [];
    private int next = original.Size;

    public PdfReference Reserve()
    {
        changed[next] = null;
        return new(next++);
    }

    public void Set(PdfReference reference, PdfValue value) => changed[reference.Number] = value;

    public PdfReference Add(PdfValue value)
    {
        var reference = Reserve();
        Set(reference, value);
        return reference;
    }

    /// <summary>The object as this update leaves it.</summary>
    public PdfDictionary Dictionary(PdfReference reference) =>
        changed.TryGetValue(reference.Number, out var value) && value is PdfDictionary mine
            ? mine
            : original.Dictionary(reference);

    public byte[] Write()
    {
        var old = original.Bytes.Span;
        var output = new PdfOutput(old.Length);
        if (old[^1] is not ((byte)'\n' or (byte)'\r'))
        {
            output.Byte((byte)'\n');
        }

        var rows = new List<(int Number, int Offset, int Generation)>();
        foreach (var (number, value) in changed)
        {
            var generation = original.Places.TryGetValue(number, out var place) ? place.Generation : 0;
            rows.Add((number, output.Indirect(number, generation, value ?? PdfNull.Instance), generation));
        }

        var trailer = Trailer(output.Written);
        int start;
        if (original.Sections[0].IsStream)
        {
            rows.Add((next, output.Position, 0));
            trailer["Type"] = new PdfName("XRef");
            var fields = rows.ConvertAll(row => (row.Number, ((byte)1, row.Offset, row.Generation)));
            start = CrossReferenceWriter.Stream(output, next, trailer, fields);
        }
        else
        {
            trailer["Size"] = new PdfInteger(next);
            start = CrossReferenceWriter.Table(output, trailer, rows);
        }

        output.Raw("startxref\n"u8).Integer(start).Raw("\n%%EOF\n"u8);
        return [.. old, .. output.Written];
    }

    private PdfDictionary Trailer(ReadOnlySpan<byte> update)
    {
        var trailer = new PdfDictionary { ["Root"] = original.Root };
        if (original.Trailer["Info"] is { } information)
        {
            trailer["Info"] = information;
        }

        // The first half names the document for ever, the second this state of it (§14.4).
        var state = new PdfString(SHA256.HashData([.. SHA256.HashData(original.Bytes.Span), .. update])[..16], true);
        var first = original.Resolve(original.Trailer["ID"]) is PdfArray { Items: [PdfString given, ..] }
            ? given
            : state;
        trailer["ID"] = new PdfArray(new PdfString(first.Bytes, true), state);
        trailer["Prev"] = new PdfInteger(original.Sections[0].Offset);
        return trailer;
    }
}
