using System.Security.Cryptography;
using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;
using Approvals.Credentials.Pdf.Writing;
using Approvals.Credentials.Timestamping;

namespace Approvals.Credentials.Signing;

/// <summary>
/// A timestamp over the whole document with all its signatures and validation data (ETSI EN 319 142-1 §5.4.3): what makes a B-LT
/// a B-LTA. Repeated before the last one's certificate ends, it carries the proof on.
/// </summary>
public static class DocumentTimestamp
{
    public const string SubFilter = "ETSI.RFC3161";
    private const int ReservedBytes = 6144;

    /// <param name="field">Name of a new, invisible field.</param>
    public static byte[] Add(ReadOnlyMemory<byte> pdf, string field, ITimestampSource timestamps, DateTimeOffset now)
    {
        var file = PdfFile.Open(pdf);
        var update = new IncrementalUpdate(file);
        var (byteRange, contents) = SignedRange.Places(ReservedBytes);
        var signature = update.Add(
            new PdfDictionary
            {
                ["Type"] = new PdfName("DocTimeStamp"),
                ["Filter"] = new PdfName("Adobe.PPKLite"),
                ["SubFilter"] = new PdfName(SubFilter),
                ["ByteRange"] = byteRange,
                ["Contents"] = contents,
            }
        );
        new FormUpdate(file, update).Fill(new SignatureRequest(field, now), signature);
        var bytes = update.Write();
        SignedRange.Fill(bytes, byteRange, contents);
        var digest = SHA256.HashData(SignedRange.Covered(bytes, contents.Offset, contents.Bytes.Length));
        return SignedRange.With(bytes, contents.Offset, contents.Bytes.Length, timestamps.Stamp(digest, now));
    }
}
