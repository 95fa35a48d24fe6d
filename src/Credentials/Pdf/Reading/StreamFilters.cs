using System.IO.Compression;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Pdf.Reading;

/// <summary>FlateDecode with the PNG predictors (ISO 32000-1 §7.4.4), the one filter that structure and text need.</summary>
internal static class StreamFilters
{
    /// <summary>A licence is tens of kilobytes; whoever sends more than this per stream sends a bomb.</summary>
    private const int MaximumDecoded = 64 * 1024 * 1024;

    public static byte[] Deflate(ReadOnlySpan<byte> bytes)
    {
        using var target = new MemoryStream();
        using (var zlib = new ZLibStream(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return target.ToArray();
    }

    public static PdfStream Compressed(PdfDictionary dictionary, ReadOnlySpan<byte> bytes)
    {
        dictionary["Filter"] = new PdfName("FlateDecode");
        return new(dictionary, Deflate(bytes));
    }

    /// <param name="resolve">Follows a reference, for filters given indirectly.</param>
    public static ReadOnlyMemory<byte> Decode(PdfStream stream, Func<PdfValue?, PdfValue> resolve)
    {
        var filter = resolve(stream.Dictionary["Filter"]);
        var parameters = resolve(stream.Dictionary["DecodeParms"]);
        if (filter is PdfArray { Items.Count: <= 1 } filters)
        {
            filter = filters.Items.Count == 0 ? PdfNull.Instance : resolve(filters.Items[0]);
            parameters = parameters is PdfArray { Items: [var only] } ? resolve(only) : PdfNull.Instance;
        }

        return filter switch
        {
            PdfNull => stream.Encoded,
            PdfName { Value: "FlateDecode" } => Predict(Inflate(stream.Encoded), parameters as PdfDictionary),
            _ => throw new PdfFormatException("a stream uses a filter that is not read here", -1),
        };
    }

    private static byte[] Inflate(ReadOnlyMemory<byte> encoded)
    {
        try
        {
            using var source = new MemoryStream(encoded.ToArray(), writable: false);
            using var zlib = new ZLibStream(source, CompressionMode.Decompress);
            using var target = new MemoryStream();
            var chunk = new byte[16384];
            for (int read; (read = zlib.Read(chunk)) > 0; )
            {
                if (target.Length + read > MaximumDecoded)
                {
                    throw new PdfFormatException("a stream is larger than any document here", -1);
                }

                target.Write(chunk, 0, read);
            }

            return target.ToArray();
        }
        catch (InvalidDataException broken)
        {
            throw new PdfFormatException("a compressed stream is broken", -1, broken);
        }
    }

    private static byte[] Predict(byte[] data, PdfDictionary? parameters)
    {
        var predictor = Number(parameters, "Predictor", 1);
        if (predictor == 1)
        {
            return data;
        }

        var bits = Number(parameters, "BitsPerComponent", 8) * Number(parameters, "Colors", 1);
        var columns = Number(parameters, "Columns", 1);
        if (predictor < 10 || bits is <= 0 or > 64 || columns is <= 0 or > 65536)
        {
            throw new PdfFormatException("a predictor that is not read here", -1);
        }

        var pixel = Math.Max(1, bits / 8);
        var width = ((bits * columns) + 7) / 8;
        if (data.Length % (width + 1) != 0)
        {
            throw new PdfFormatException("predicted rows are cut", -1);
        }

        var rows = data.Length / (width + 1);
        var result = new byte[rows * width];
        for (var row = 0; row < rows; row++)
        {
            Unfilter(data.AsSpan(row * (width + 1), width + 1), result, row, width, pixel);
        }

        return result;
    }

    private static void Unfilter(ReadOnlySpan<byte> source, byte[] result, int row, int width, int pixel)
    {
        for (var i = 0; i < width; i++)
        {
            var at = (row * width) + i;
            int left = i >= pixel ? result[at - pixel] : 0;
            int up = row > 0 ? result[at - width] : 0;
            int corner = row > 0 && i >= pixel ? result[at - width - pixel] : 0;
            var guess = source[0] switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => throw new PdfFormatException("an unknown row filter", -1),
            };
            result[at] = (byte)(source[i + 1] + guess);
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (toLeft, toUp, toCorner) = (
            Math.Abs(estimate - left),
            Math.Abs(estimate - up),
            Math.Abs(estimate - corner)
        );
        if (toLeft <= toUp && toLeft <= toCorner)
        {
            return left;
        }

        return toUp <= toCorner ? up : corner;
    }

    private static int Number(PdfDictionary? parameters, string name, int otherwise) =>
        parameters?[name] is PdfInteger { Value: >= 0 and <= int.MaxValue } number ? (int)number.Value : otherwise;
}
