using Approvals.Kernel.Store;

namespace Approvals.Bidding.Handling;

/// <summary>Documents whose bytes stand in the document table: formulas and score sheets, which a turn must be able to read.</summary>
internal static class InlineDocuments
{
    private static readonly SqlText Bytes = new("SELECT bytes FROM document WHERE id = ?1");

    /// <exception cref="InvalidDataException">There is no such document, or it was erased.</exception>
    public static byte[] Read(SqlSession session, long id)
    {
        using var rows = session.Query(Bytes, id);
        return rows.Next() && !rows.IsNull(0)
            ? rows.Blob(0).ToArray()
            : throw new InvalidDataException($"Document {id} has no bytes.");
    }
}
