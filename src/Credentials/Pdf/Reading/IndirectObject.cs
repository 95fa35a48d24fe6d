using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Pdf.Reading;

/// <summary>Reads <c>n g obj … endobj</c> at an offset; a stream must end exactly where its Length says.</summary>
internal static class IndirectObject
{
    public static PdfValue ReadAt(
        ReadOnlyMemory<byte> file,
        int offset,
        out (int Number, int Generation) identity,
        Func<PdfReference, PdfValue> resolveLength
    )
    {
        var lexer = new PdfLexer(file, offset);
        if (offset < 0 || offset >= file.Length || PdfLexer.IsSpace(file.Span[offset]))
        {
            throw new PdfFormatException("an object does not begin where it should", offset);
        }

        identity = ((int)lexer.Integer(), (int)lexer.Integer());
        lexer.Keyword("obj"u8);
        var value = lexer.Value();
        if (value is PdfDictionary dictionary && lexer.TryKeyword("stream"u8))
        {
            value = new PdfStream(dictionary, Data(file, lexer, dictionary, resolveLength));
        }

        lexer.Keyword("endobj"u8);
        return value;
    }

    private static ReadOnlyMemory<byte> Data(
        ReadOnlyMemory<byte> file,
        PdfLexer lexer,
        PdfDictionary dictionary,
        Func<PdfReference, PdfValue> resolveLength
    )
    {
        var start = lexer.Position;
        var rest = file.Span[start..];
        start +=
            rest.StartsWith("\r\n"u8) ? 2
            : rest.StartsWith("\n"u8) ? 1
            : throw new PdfFormatException("no line end after 'stream'", start);
        var length = dictionary["Length"] is PdfReference reference ? resolveLength(reference) : dictionary["Length"];
        if (length is not PdfInteger { Value: >= 0 } given || given.Value > file.Length - start)
        {
            throw new PdfFormatException("a stream without a usable length", start);
        }

        var data = file.Slice(start, (int)given.Value);
        lexer.Position = start + data.Length;
        lexer.Keyword("endstream"u8);
        return data;
    }
}
