namespace Approvals.Credentials.Pdf.Syntax;

/// <summary>One object of ISO 32000-1 §7.3. The same shapes serve the reader, the writer and the incremental update.</summary>
public abstract class PdfValue;

public sealed class PdfNull : PdfValue
{
    public static readonly PdfNull Instance = new();

    private PdfNull() { }
}

public sealed class PdfBoolean(bool value) : PdfValue
{
    public bool Value { get; } = value;
}

public sealed class PdfInteger(long value) : PdfValue
{
    public long Value { get; } = value;
}

public sealed class PdfReal(double value) : PdfValue
{
    public double Value { get; } = value;
}

/// <summary>A name without its slash, escapes decoded.</summary>
public sealed class PdfName(string value) : PdfValue
{
    public string Value { get; } = value;
}

/// <summary>
/// A string's bytes. When it was read from a file, [<see cref="Start"/>, <see cref="End"/>) are the offsets of its token,
/// delimiters included; a signature's Contents must be the very token that its ByteRange leaves out.
/// </summary>
public sealed class PdfString(byte[] bytes, bool hexadecimal = false, int start = -1, int end = -1) : PdfValue
{
    public byte[] Bytes { get; } = bytes;
    public bool Hexadecimal { get; } = hexadecimal;
    public int Start { get; } = start;
    public int End { get; } = end;

    /// <summary>A text string (§7.9.2.2): ASCII stays readable, everything else is UTF-16BE with its mark.</summary>
    public static PdfString OfText(string text) =>
        System.Text.Ascii.IsValid(text)
            ? new(System.Text.Encoding.ASCII.GetBytes(text))
            : new([0xFE, 0xFF, .. System.Text.Encoding.BigEndianUnicode.GetBytes(text)], hexadecimal: true);

    /// <summary>The text of a text string; without a mark the bytes are taken as Latin-1.</summary>
    public string ToText() =>
        Bytes is [0xFE, 0xFF, ..]
            ? System.Text.Encoding.BigEndianUnicode.GetString(Bytes.AsSpan(2))
            : System.Text.Encoding.Latin1.GetString(Bytes);
}

public sealed class PdfReference(int number, int generation = 0) : PdfValue
{
    public int Number { get; } = number;
    public int Generation { get; } = generation;
}

public sealed class PdfArray(params IEnumerable<PdfValue> items) : PdfValue
{
    public List<PdfValue> Items { get; } = [.. items];

    public static PdfArray OfNumbers(params ReadOnlySpan<double> numbers)
    {
        var items = new List<PdfValue>(numbers.Length);
        foreach (var number in numbers)
        {
            items.Add(new PdfReal(number));
        }

        return new(items);
    }
}

/// <summary>A dictionary that keeps the order of its entries, so that equal documents are equal bytes.</summary>
public sealed class PdfDictionary : PdfValue
{
    private readonly OrderedDictionary<string, PdfValue> entries = new(StringComparer.Ordinal);

    public PdfDictionary() { }

    public PdfDictionary(PdfDictionary other)
    {
        foreach (var (name, value) in other.entries)
        {
            entries[name] = value;
        }
    }

    public IReadOnlyDictionary<string, PdfValue> Entries => entries;

    /// <summary>The entry as it stands (references not followed), or null; setting null removes it.</summary>
    public PdfValue? this[string name]
    {
        get => entries.GetValueOrDefault(name);
        set
        {
            if (value is null)
            {
                entries.Remove(name);
            }
            else
            {
                entries[name] = value;
            }
        }
    }

    public string? NameOf(string name) => (this[name] as PdfName)?.Value;

    public bool TryAdd(string name, PdfValue value) => entries.TryAdd(name, value);
}

/// <summary>A stream with its bytes as stored, filters still applied; Length is written by the serializer.</summary>
public sealed class PdfStream(PdfDictionary dictionary, ReadOnlyMemory<byte> encoded) : PdfValue
{
    public PdfDictionary Dictionary { get; } = dictionary;
    public ReadOnlyMemory<byte> Encoded { get; } = encoded;
}

/// <summary>Bytes to be overwritten in place after the file is laid out; the serializer notes where they went.</summary>
public sealed class PdfPlaceholder(ReadOnlyMemory<byte> bytes) : PdfValue
{
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>Offset in the file, -1 until written.</summary>
    public int Offset { get; internal set; } = -1;
}
