using Approvals.Cases;
using Approvals.Kernel.Blobs;
using Approvals.Kernel.Store;
using Approvals.Server.Storage;

namespace Approvals.Server.Signing;

/// <summary>The bytes of papers that people sign one after another.</summary>
public sealed class SignedPapers(Platform platform)
{
    private static readonly SqlText BlobOf = new("SELECT blob FROM document WHERE id = ?1");

    /// <exception cref="InvalidDataException">The document has been erased.</exception>
    public async Task<byte[]> ReadAsync(DocumentRef document, CancellationToken cancellation)
    {
        var blob = platform.Readers.Read(session =>
        {
            using var rows = session.Query(BlobOf, document.Id);
            return rows.Next() && !rows.IsNull(0)
                ? rows.Blob(0).ToArray()
                : throw new InvalidDataException($"Document {document.Id} has been erased.");
        });
        await using var stream = platform.Blobs.Open(blob);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    /// <summary>Durable when it returns.</summary>
    public async Task<Blob> StoreAsync(byte[] pdf, CancellationToken cancellation)
    {
        using var stream = new MemoryStream(pdf);
        return await platform.Blobs.PutAsync(stream, long.MaxValue, cancellation)
            ?? throw new InvalidOperationException("A blob without a limit can't be over it.");
    }
}
