using System.Globalization;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Pdf.Reading;

/// <summary>Where an object lives: at an offset of the file, or at an index of an object stream; both null when it is free.</summary>
public readonly record struct ObjectPlace(int? Offset, int Generation, int? Container = null, int Index = 0);

/// <summary>
/// One cross-reference section with its trailer (ISO 32000-1 §7.5.4, §7.5.8): a classic table or a stream, whose dictionary is
/// then the trailer.
/// </summary>
public sealed record CrossReferenceSection(
    int Offset,
    bool IsStream,
    IReadOnlyDictionary<int, ObjectPlace> Places,
    PdfDictionary Trailer
);

/// <summary>Reads the chain of sections, newest first; a section met twice is a loop and refused.</summary>
internal static class CrossReferenceReader
{
    private const int MaximumSections = 1024;
    private const int MaximumObjects = 1_000_000;

    public static List<CrossReferenceSection> ReadChain(ReadOnlyMemory<byte> file)
    {
        var sections = new List<CrossReferenceSection>();
        var seen = new HashSet<int>();
        for (int? offset = StartOffset(file.Span); offset is { } at; )
        {
            if (!seen.Add(at) || sections.Count >= MaximumSections)
            {
                throw new PdfFormatException("the cross-reference sections run in a circle", at);
            }

            var section = Read(file, at);
            sections.Add(section);
            if (section.Trailer["XRefStm"] is PdfInteger hybrid)
            {
                sections.Add(Read(file, Within(file, hybrid.Value)));
            }

            offset = section.Trailer["Prev"] switch
            {
                null => null,
                PdfInteger previous => Within(file, previous.Value),
                _ => throw new PdfFormatException("Prev is not an offset", at),
            };
        }

        return sections;
    }

    private static int StartOffset(ReadOnlySpan<byte> file)
    {
        var tail = file.Length - Math.Min(file.Length, 1100);
        var found = file[tail..].LastIndexOf("startxref"u8);
        if (found < 0)
        {
            throw new PdfFormatException("startxref is missing", file.Length);
        }

        var lexer = new PdfLexer(file[(tail + found)..].ToArray());
        lexer.Keyword("startxref"u8);
        var offset = lexer.Integer();
        return offset >= 0 && offset < tail + found
            ? (int)offset
            : throw new PdfFormatException("startxref points outside the file", tail + found);
    }

    private static int Within(ReadOnlyMemory<byte> file, long offset) =>
        offset >= 0 && offset < file.Length
            ? (int)offset
            : throw new PdfFormatException("a cross-reference offset lies outside the file", offset);

    private static CrossReferenceSection Read(ReadOnlyMemory<byte> file, int offset)
    {
        var lexer = new PdfLexer(file, offset);
        return lexer.TryKeyword("xref"u8) ? ReadTable(lexer, offset) : ReadStream(file, offset);
    }

    private static CrossReferenceSection ReadTable(PdfLexer lexer, int offset)
    {
        var places = new Dictionary<int, ObjectPlace>();
        while (!lexer.TryKeyword("trailer"u8))
        {
            var (first, count) = Range(lexer.Integer(), lexer.Integer(), offset);
            for (var i = 0; i < count; i++)
            {
                var (at, generation) = (lexer.Integer(), lexer.Integer());
                if (at is < 0 or > int.MaxValue || generation is < 0 or > 65535)
                {
                    throw new PdfFormatException("an impossible cross-reference entry", lexer.Position);
                }

                var inUse = lexer.TryKeyword("n"u8);
                if (!inUse)
                {
                    lexer.Keyword("f"u8);
                }

                if (!places.TryAdd(first + i, new(inUse ? (int)at : null, (int)generation)))
                {
                    throw new PdfFormatException($"object {first + i} is listed twice in one section", lexer.Position);
                }
            }
        }

        return lexer.Value() is PdfDictionary trailer
            ? new(offset, IsStream: false, places, trailer)
            : throw new PdfFormatException("the trailer is missing", lexer.Position);
    }

    private static CrossReferenceSection ReadStream(ReadOnlyMemory<byte> file, int offset)
    {
        var value = IndirectObject.ReadAt(file, offset, out _, resolveLength: _ => PdfNull.Instance);
        if (value is not PdfStream stream || stream.Dictionary.NameOf("Type") != "XRef")
        {
            throw new PdfFormatException("no cross-reference section where one should be", offset);
        }

        if (stream.Dictionary["W"] is not PdfArray { Items: [PdfInteger kind, PdfInteger second, PdfInteger third] })
        {
            throw new PdfFormatException("a cross-reference stream without widths", offset);
        }

        if (stream.Dictionary["Size"] is not PdfInteger size)
        {
            throw new PdfFormatException("a cross-reference stream without a size", offset);
        }

        int[] widths = [(int)kind.Value, (int)second.Value, (int)third.Value];
        if (widths.Any(width => width is < 0 or > 8))
        {
            throw new PdfFormatException("impossible widths in a cross-reference stream", offset);
        }

        var rows = StreamFilters.Decode(stream, value => value ?? PdfNull.Instance).Span;
        var index = stream.Dictionary["Index"] is PdfArray given
            ? given.Items.ConvertAll(item => (item as PdfInteger)?.Value ?? -1)
            : [0, size.Value];
        var places = new Dictionary<int, ObjectPlace>();
        for (var pair = 0; pair + 1 < index.Count; pair += 2)
        {
            var (first, count) = Range(index[pair], index[pair + 1], offset);
            for (var i = 0; i < count; i++)
            {
                if (!places.TryAdd(first + i, Place(ref rows, widths, offset)))
                {
                    throw new PdfFormatException($"object {first + i} is listed twice in one section", offset);
                }
            }
        }

        return new(offset, IsStream: true, places, stream.Dictionary);
    }

    private static ObjectPlace Place(ref ReadOnlySpan<byte> rows, ReadOnlySpan<int> widths, int offset)
    {
        var kind = widths[0] == 0 ? 1 : Field(ref rows, widths[0], offset);
        var second = Field(ref rows, widths[1], offset);
        var third = Field(ref rows, widths[2], offset);
        if (second > int.MaxValue || third > int.MaxValue)
        {
            throw new PdfFormatException("an impossible cross-reference entry", offset);
        }

        return kind switch
        {
            0 => new(null, (int)third),
            1 => new((int)second, (int)third),
            2 => new(null, 0, (int)second, (int)third),
            _ => throw new PdfFormatException(
                string.Create(CultureInfo.InvariantCulture, $"cross-reference kind {kind}"),
                offset
            ),
        };
    }

    private static ulong Field(ref ReadOnlySpan<byte> rows, int width, int offset)
    {
        if (rows.Length < width)
        {
            throw new PdfFormatException("a cross-reference stream is cut", offset);
        }

        var value = 0UL;
        foreach (var part in rows[..width])
        {
            value = (value << 8) | part;
        }

        rows = rows[width..];
        return value;
    }

    private static (int First, int Count) Range(long first, long count, int offset) =>
        first is >= 0 and < MaximumObjects && count is >= 0 and < MaximumObjects
            ? ((int)first, (int)count)
            : throw new PdfFormatException("an impossible range of objects", offset);
}
