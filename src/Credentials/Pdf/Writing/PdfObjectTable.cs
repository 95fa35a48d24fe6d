using System.Buffers.Binary;
using System.Security.Cryptography;
using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Pdf.Writing;

/// <summary>
/// The objects of a new file and its layout: streams one by one, everything else packed into object streams, a cross-reference
/// stream at the end (ISO 32000-1 §7.5.7–7.5.8).
/// </summary>
internal sealed class PdfObjectTable : IPdfObjects
{
    private const int ObjectsPerStream = 200;
    private readonly List<PdfValue?> values = [null];

    public PdfReference Reserve()
    {
        values.Add(null);
        return new(values.Count - 1);
    }

    public void Set(PdfReference reference, PdfValue value) => values[reference.Number] = value;

    public PdfReference Add(PdfValue value)
    {
        var reference = Reserve();
        Set(reference, value);
        return reference;
    }

    public byte[] Write(PdfReference catalog, PdfReference information)
    {
        var rows = new List<(byte Kind, int Second, int Third)> { (0, 0, 65535) };
        var output = new PdfOutput();
        output.Raw("%PDF-1.7\n%"u8).Raw([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
        var plain = new List<int>();
        for (var number = 1; number < values.Count; number++)
        {
            rows.Add(default);
            if (values[number] is PdfStream)
            {
                rows[number] = (1, output.Indirect(number, 0, values[number]!), 0);
            }
            else
            {
                plain.Add(number);
            }
        }

        foreach (var packed in plain.Chunk(ObjectsPerStream))
        {
            var container = rows.Count;
            for (var i = 0; i < packed.Length; i++)
            {
                rows[packed[i]] = (2, container, i);
            }

            rows.Add((1, output.Indirect(container, 0, Pack(packed)), 0));
        }

        var identity = SHA256.HashData(output.Written)[..16];
        var trailer = new PdfDictionary
        {
            ["Type"] = new PdfName("XRef"),
            ["Root"] = catalog,
            ["Info"] = information,
            ["ID"] = new PdfArray(new PdfString(identity, true), new PdfString(identity, true)),
        };
        rows.Add((1, output.Position, 0));
        var start = CrossReferenceWriter.Stream(output, rows.Count - 1, trailer, [.. rows.Index()]);
        output.Raw("startxref\n"u8).Integer(start).Raw("\n%%EOF\n"u8);
        return output.ToArray();
    }

    private PdfStream Pack(int[] numbers)
    {
        var (header, body) = (new PdfOutput(), new PdfOutput());
        foreach (var number in numbers)
        {
            header.Integer(number).Byte((byte)' ').Integer(body.Position).Byte((byte)' ');
            body.Value(values[number] ?? throw new InvalidOperationException($"Object {number} was never given."));
            body.Byte((byte)'\n');
        }

        return StreamFilters.Compressed(
            new()
            {
                ["Type"] = new PdfName("ObjStm"),
                ["N"] = new PdfInteger(numbers.Length),
                ["First"] = new PdfInteger(header.Position),
            },
            [.. header.Written, .. body.Written]
        );
    }
}

/// <summary>Writes a cross-reference section as a stream or as a classic table.</summary>
internal static class CrossReferenceWriter
{
    private const int RowLength = 7;

    /// <param name="number">The section's own object number.</param>
    /// <param name="trailer">Without Size, W and Index.</param>
    /// <param name="rows">Object number with kind and two fields, ascending; the section's own row included.</param>
    /// <returns>The offset of the section.</returns>
    public static int Stream(
        PdfOutput output,
        int number,
        PdfDictionary trailer,
        IReadOnlyList<(int Number, (byte Kind, int Second, int Third) Row)> rows
    )
    {
        var data = new byte[rows.Count * RowLength];
        for (var i = 0; i < rows.Count; i++)
        {
            var row = data.AsSpan(i * RowLength, RowLength);
            row[0] = rows[i].Row.Kind;
            BinaryPrimitives.WriteInt32BigEndian(row[1..], rows[i].Row.Second);
            BinaryPrimitives.WriteUInt16BigEndian(row[5..], (ushort)rows[i].Row.Third);
        }

        trailer["Size"] = new PdfInteger(Math.Max(number, rows[^1].Number) + 1);
        trailer["W"] = PdfArray.OfNumbers(1, 4, 2);
        trailer["Index"] = new PdfArray([.. Runs(rows.Select(row => row.Number)).SelectMany(Pair)]);
        return output.Indirect(number, 0, StreamFilters.Compressed(trailer, data));
    }

    /// <inheritdoc cref="Stream"/>
    public static int Table(
        PdfOutput output,
        PdfDictionary trailer,
        IReadOnlyList<(int Number, int Offset, int Generation)> rows
    )
    {
        var start = output.Position;
        output.Raw("xref\n"u8);
        var at = 0;
        foreach (var (first, count) in Runs(rows.Select(row => row.Number)))
        {
            output.Integer(first).Byte((byte)' ').Integer(count).Byte((byte)'\n');
            for (var i = 0; i < count; i++, at++)
            {
                output.Ascii($"{rows[at].Offset:D10} {rows[at].Generation:D5} n \n");
            }
        }

        output.Raw("trailer\n"u8).Value(trailer).Byte((byte)'\n');
        return start;
    }

    private static IEnumerable<PdfValue> Pair((int First, int Count) run) =>
        [new PdfInteger(run.First), new PdfInteger(run.Count)];

    private static List<(int First, int Count)> Runs(IEnumerable<int> numbers)
    {
        var runs = new List<(int First, int Count)>();
        foreach (var number in numbers)
        {
            if (runs.Count > 0 && runs[^1].First + runs[^1].Count == number)
            {
                runs[^1] = (runs[^1].First, runs[^1].Count + 1);
            }
            else
            {
                runs.Add((number, 1));
            }
        }

        return runs;
    }
}
