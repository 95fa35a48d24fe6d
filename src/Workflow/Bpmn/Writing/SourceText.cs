using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;

namespace Approvals.Workflow.Bpmn.Writing;

/// <summary>
/// Turns the bytes of an XML file into text by its byte order mark or the encoding it declares (XML 1.0 §4.3.3 and
/// appendix F); UTF-8 when it says nothing. Besides the Unicode encodings all code pages of the platform are known,
/// among them GBK, GB18030 and Big5. Bytes that are not of the encoding are refused, not replaced.
/// </summary>
public static partial class SourceText
{
    /// <summary>A declaration longer than this is none.</summary>
    private const int LongestDeclaration = 256;

    /// <summary>Milliseconds; the declaration is short, so this is never reached.</summary>
    private const int Patience = 1_000;

    private static readonly string[] WideEncodings =
    [
        "utf-16",
        "utf16",
        "utf-32",
        "utf32",
        "ucs",
        "iso-10646",
        "unicode",
    ];

    /// <param name="sentence">Why it can't be read.</param>
    public static bool TryDecode(
        ReadOnlySpan<byte> file,
        [NotNullWhen(true)] out string? text,
        [NotNullWhen(false)] out string? sentence
    )
    {
        text = null;
        var (name, mark) = Marked(file);
        name ??= Declared(file) ?? "utf-8";
        if (Find(name) is not { } encoding)
        {
            sentence = $"The file declares the encoding '{name}', which isn't known.";
            return false;
        }

        try
        {
            text = encoding.GetString(file[mark..]);
            sentence = null;
            return true;
        }
        catch (DecoderFallbackException)
        {
            sentence = $"The file has bytes that are not {name}.";
            return false;
        }
    }

    /// <summary>What a byte order mark, or the bytes of the first character without one, tell; and the length of the mark.</summary>
    private static (string? Name, int Length) Marked(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return ("utf-8", 3);
        }

        if (file.Length >= 4)
        {
            switch (BinaryPrimitives.ReadUInt32BigEndian(file))
            {
                case 0xFFFE0000:
                    return ("utf-32", 4);
                case 0x0000FEFF:
                    return ("utf-32BE", 4);
                case 0x003C003F:
                    return ("utf-16BE", 0);
                case 0x3C003F00:
                    return ("utf-16", 0);
            }
        }

        return file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? ("utf-16", 2)
            : file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? ("utf-16BE", 2)
            : (null, 0);
    }

    /// <summary>
    /// The encoding that a declaration names; bytes that could be read so far are of one byte per letter, so a name of a
    /// wide encoding is a slip of the program that wrote the file, and means UTF-8.
    /// </summary>
    private static string? Declared(ReadOnlySpan<byte> file)
    {
        var start = Encoding.Latin1.GetString(file[..Math.Min(file.Length, LongestDeclaration)]);
        return Declaration().Match(start) is { Success: true } match && !IsWide(match.Groups[1].Value)
            ? match.Groups[1].Value
            : null;
    }

    private static bool IsWide(string name) =>
        Array.Exists(WideEncodings, wide => name.StartsWith(wide, StringComparison.OrdinalIgnoreCase));

    private static Encoding? Find(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(
                    name,
                    EncoderFallback.ExceptionFallback,
                    DecoderFallback.ExceptionFallback
                ) ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        """\A<\?xml\s[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']""",
        RegexOptions.None,
        Patience
    )]
    private static partial Regex Declaration();
}
