using System.Text;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Signing;

/// <summary>The places of ByteRange and Contents in a revision that is being laid out, and what the range covers.</summary>
internal static class SignedRange
{
    private static readonly byte[] ByteRangePlace = "[0 0000000000 0000000000 0000000000]"u8.ToArray();

    public static (PdfPlaceholder ByteRange, PdfPlaceholder Contents) Places(int reservedBytes)
    {
        var contents = new byte[(reservedBytes * 2) + 2];
        contents.AsSpan().Fill((byte)'0');
        contents[0] = (byte)'<';
        contents[^1] = (byte)'>';
        return (new(ByteRangePlace), new(contents));
    }

    /// <summary>Writes the range that leaves out the Contents and nothing else.</summary>
    public static void Fill(byte[] document, PdfPlaceholder byteRange, PdfPlaceholder contents)
    {
        var (start, end) = (contents.Offset, contents.Offset + contents.Bytes.Length);
        var range = $"[0 {start} {end} {document.Length - end}]".PadRight(byteRange.Bytes.Length);
        Encoding.ASCII.GetBytes(range, document.AsSpan(byteRange.Offset));
    }

    public static byte[] Covered(ReadOnlySpan<byte> document, int contentsStart, int contentsLength) =>
        [.. document[..contentsStart], .. document[(contentsStart + contentsLength)..]];

    /// <summary>The document with a value in its reserved place.</summary>
    public static byte[] With(ReadOnlySpan<byte> document, int contentsStart, int contentsLength, byte[] value)
    {
        var reserved = (contentsLength - 2) / 2;
        if (value.Length > reserved)
        {
            throw new InvalidOperationException($"The signature needs {value.Length} bytes, {reserved} are reserved.");
        }

        var signed = document.ToArray();
        Encoding.ASCII.GetBytes(Convert.ToHexString(value), signed.AsSpan(contentsStart + 1));
        return signed;
    }
}
