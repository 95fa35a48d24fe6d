using System.Security.Cryptography;
using Approvals.Kernel.Blobs;
using Approvals.Kernel.Documents;
using Approvals.Kernel.Store;

namespace Approvals.Server.Cli;

/// <summary>
/// Compares every stored document, inline or in a blob, with the salted digest that events carry. Erased ones have no salt and
/// nothing to compare, but the journal says that they were erased.
/// </summary>
internal static class DocumentCheck
{
    private static readonly SqlText Documents = new(
        "SELECT id, name, digest, salt, blob, bytes FROM document ORDER BY id"
    );

    /// <summary>One sentence for every difference, and the number of documents compared.</summary>
    public static int Verify(SqlSession session, IBlobStore blobs, Action<string> different)
    {
        var count = 0;
        var erased = Erasure.Of(session);
        using var rows = session.Query(Documents);
        while (rows.Next())
        {
            var (id, name) = (rows.Integer(0), rows.Text(1));
            if (rows.IsNull(3))
            {
                if (!erased.Contains(id) || !rows.IsNull(4) || !rows.IsNull(5))
                {
                    different($"Document {id} ({name}) has no salt, and the journal does not say that it was erased.");
                }

                continue;
            }

            count++;
            try
            {
                var sha256 = rows.IsNull(4) ? SHA256.HashData(rows.Blob(5)) : HashOf(blobs, rows.Blob(4));
                if (!DocumentDigest.Compute(rows.Blob(3), sha256).AsSpan().SequenceEqual(rows.Blob(2)))
                {
                    different($"Document {id} ({name}) is not what its digest says.");
                }
            }
            catch (IOException missing)
            {
                different($"Document {id} ({name}) can't be read: {missing.Message}");
            }
        }

        return count;
    }

    private static byte[] HashOf(IBlobStore blobs, ReadOnlySpan<byte> name)
    {
        using var content = blobs.Open(name);
        return SHA256.HashData(content);
    }
}
