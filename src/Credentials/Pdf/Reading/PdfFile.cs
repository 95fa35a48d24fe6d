using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Pdf.Reading;

/// <summary>
/// A PDF as its cross-references describe it: classic tables, streams, hybrids and object streams, any number of revisions.
/// Nothing is repaired: a file that needs repair is a <see cref="PdfFormatException"/>. Objects are read when asked for and
/// kept; one instance belongs to one thread.
/// </summary>
public sealed class PdfFile
{
    private const int MaximumPages = 10_000;
    private readonly Dictionary<int, PdfValue> objects = [];
    private readonly Dictionary<int, (int[] Numbers, PdfValue[] Contents)> containers = [];
    private readonly HashSet<int> reading = [];

    private PdfFile(ReadOnlyMemory<byte> bytes, List<CrossReferenceSection> sections)
    {
        Bytes = bytes;
        Sections = sections;
        var places = new Dictionary<int, ObjectPlace>();
        foreach (var section in sections)
        {
            foreach (var (number, place) in section.Places)
            {
                places.TryAdd(number, place);
            }
        }

        Places = places;
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<CrossReferenceSection> Sections { get; }

    /// <summary>The place that counts for every object number, after all revisions.</summary>
    public IReadOnlyDictionary<int, ObjectPlace> Places { get; }

    public PdfDictionary Trailer => Sections[0].Trailer;

    public PdfReference Root =>
        Trailer["Root"] as PdfReference ?? throw new PdfFormatException("the trailer names no catalog", -1);

    public PdfDictionary Catalog => Dictionary(Root);

    /// <summary>One more than the highest object number in use or promised.</summary>
    public int Size =>
        Math.Max(Places.Keys.DefaultIfEmpty(0).Max() + 1, (int)((Trailer["Size"] as PdfInteger)?.Value ?? 0));

    public static PdfFile Open(ReadOnlyMemory<byte> bytes)
    {
        if (!bytes.Span.StartsWith("%PDF-"u8))
        {
            throw new PdfFormatException("not a PDF", 0);
        }

        var file = new PdfFile(bytes, CrossReferenceReader.ReadChain(bytes));
        return file.Trailer["Encrypt"] is null ? file : throw new PdfFormatException("the file is encrypted", -1);
    }

    /// <summary>Follows references to the value; a missing or free object is null (§7.3.10).</summary>
    public PdfValue Resolve(PdfValue? value)
    {
        for (var steps = 0; value is PdfReference reference; steps++)
        {
            if (steps > PdfLexer.MaximumDepth)
            {
                throw new PdfFormatException("references run in a circle", -1);
            }

            value = Object(reference.Number);
        }

        return value ?? PdfNull.Instance;
    }

    public PdfDictionary Dictionary(PdfValue? value) =>
        Resolve(value) as PdfDictionary ?? throw new PdfFormatException("a dictionary is missing", -1);

    public ReadOnlyMemory<byte> Decode(PdfStream stream) => StreamFilters.Decode(stream, Resolve);

    /// <summary>The pages in order, as references to their dictionaries.</summary>
    public IReadOnlyList<PdfReference> Pages()
    {
        var pages = new List<PdfReference>();
        var seen = new HashSet<int>();
        Collect(Catalog["Pages"] as PdfReference ?? throw new PdfFormatException("the catalog names no pages", -1));
        return pages;

        void Collect(PdfReference node)
        {
            if (!seen.Add(node.Number) || pages.Count > MaximumPages)
            {
                throw new PdfFormatException("the page tree is not a tree", -1);
            }

            var dictionary = Dictionary(node);
            if (dictionary.NameOf("Type") == "Page")
            {
                pages.Add(node);
                return;
            }

            foreach (var kid in (Resolve(dictionary["Kids"]) as PdfArray)?.Items ?? [])
            {
                Collect(kid as PdfReference ?? throw new PdfFormatException("a page is not an object", -1));
            }
        }
    }

    public PdfValue Object(int number)
    {
        if (objects.TryGetValue(number, out var known))
        {
            return known;
        }

        if (!reading.Add(number))
        {
            throw new PdfFormatException($"object {number} needs itself", -1);
        }

        var value = Places.TryGetValue(number, out var place) ? Read(number, place) : PdfNull.Instance;
        reading.Remove(number);
        objects[number] = value;
        return value;
    }

    private PdfValue Read(int number, ObjectPlace place)
    {
        if (place.Container is { } container)
        {
            var (numbers, contents) = Container(container);
            return place.Index < contents.Length && numbers[place.Index] == number
                ? contents[place.Index]
                : throw new PdfFormatException($"object {number} is not in its object stream", -1);
        }

        if (place.Offset is not { } offset)
        {
            return PdfNull.Instance;
        }

        var value = IndirectObject.ReadAt(Bytes, offset, out var identity, reference => Object(reference.Number));
        return identity == (number, place.Generation)
            ? value
            : throw new PdfFormatException($"object {number} is not where its cross-reference says", offset);
    }

    private (int[] Numbers, PdfValue[] Contents) Container(int number)
    {
        if (containers.TryGetValue(number, out var known))
        {
            return known;
        }

        if (Object(number) is not PdfStream stream || stream.Dictionary.NameOf("Type") != "ObjStm")
        {
            throw new PdfFormatException($"object {number} is not an object stream", -1);
        }

        if (
            Resolve(stream.Dictionary["N"]) is not PdfInteger { Value: >= 0 and < 100_000 } count
            || Resolve(stream.Dictionary["First"]) is not PdfInteger { Value: >= 0 and < int.MaxValue } first
        )
        {
            throw new PdfFormatException("an object stream without its counts", -1);
        }

        var data = Decode(stream);
        var header = new PdfLexer(data);
        var numbers = new int[count.Value];
        var offsets = new long[count.Value];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = (int)header.Integer();
            offsets[i] = first.Value + header.Integer();
        }

        var contents = Array.ConvertAll(
            offsets,
            offset =>
                offset >= 0 && offset < data.Length
                    ? new PdfLexer(data, (int)offset).Value()
                    : throw new PdfFormatException("an object stream is cut", -1)
        );
        return containers[number] = (numbers, contents);
    }
}
