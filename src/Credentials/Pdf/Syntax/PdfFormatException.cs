namespace Approvals.Credentials.Pdf.Syntax;

/// <summary>The bytes are not the PDF that ISO 32000-1 describes.</summary>
/// <param name="offset">Where reading stopped, -1 when it isn't one place.</param>
public sealed class PdfFormatException(string message, long offset, Exception? inner = null)
    : Exception(offset < 0 ? message : $"{message} (at byte {offset})", inner)
{
    public long Offset { get; } = offset;
}
