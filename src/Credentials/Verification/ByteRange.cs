using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Verification;

/// <summary>
/// What a signature covers: everything from the file's first byte to <see cref="End"/> but the token of its own Contents.
/// Any other shape of range is refused, whoever signed it: that is how wrapped and shifted signatures are made.
/// </summary>
internal sealed record ByteRange(int ContentsStart, int ContentsEnd, int End)
{
    /// <returns>The range, or why it is refused.</returns>
    public static (ByteRange? Range, string? Refusal) Of(PdfFile file, SignedField field)
    {
        if (
            field.Dictionary["ByteRange"]
            is not PdfArray { Items: [PdfInteger a, PdfInteger b, PdfInteger c, PdfInteger d] }
        )
        {
            return (null, "ByteRange is not four numbers.");
        }

        if (!file.Places.TryGetValue(field.Signature.Number, out var place) || place.Offset is not { } offset)
        {
            return (null, "The signature hides in an object stream.");
        }

        if (field.Dictionary["Contents"] is not PdfString { Hexadecimal: true } contents)
        {
            return (null, "Contents is not a hexadecimal string.");
        }

        var length = file.Bytes.Length;
        if (a.Value != 0 || b.Value <= 0 || c.Value <= b.Value || d.Value <= 0 || d.Value > length - c.Value)
        {
            return (null, "ByteRange does not run from the beginning over one gap to an end inside the file.");
        }

        if (b.Value != contents.Start || c.Value != contents.End || contents.Start < offset)
        {
            return (null, "ByteRange leaves out something else than this signature's Contents.");
        }

        return contents.End - contents.Start == (contents.Bytes.Length * 2) + 2
            ? (new((int)b.Value, (int)c.Value, (int)(c.Value + d.Value)), null)
            : (null, "Contents holds more than digits.");
    }

    public byte[] Covered(ReadOnlySpan<byte> file) => [.. file[..ContentsStart], .. file[ContentsEnd..End]];
}
