using System.Text.Json;
using System.Text.Json.Serialization;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;

namespace Approvals.Kernel.Documents;

/// <summary>
/// Erases a document: bytes, salt and name go, so that the digest in the journal says nothing any more (个人信息保护法 art. 47). The journal
/// and its tree stay as they are; a record says that, when, why and by whose order it was done.
/// </summary>
public static class Erasure
{
    public const string Erased = "document.erased";

    /// <summary>What stands in place of the name.</summary>
    public const string Nameless = "—";

    private static readonly SqlText Load = new("SELECT salt IS NULL, blob FROM document WHERE id = ?1");
    private static readonly SqlText Empty = new(
        "UPDATE document SET salt = NULL, bytes = NULL, blob = NULL, name = ?2 WHERE id = ?1"
    );
    private static readonly SqlText Users = new("SELECT count(*) FROM document WHERE blob = ?1");
    private static readonly SqlText Records = new("SELECT data FROM journal WHERE type = ?1");

    /// <summary>
    /// Erases the row. The answer's text is the name of the blob that nobody refers to any more (lower-case hexadecimal), or empty.
    /// Rejections: <c>document.unknown</c>, <c>document.erased-already</c>.
    /// </summary>
    /// <param name="by">By whose order.</param>
    public static TurnAnswer Erase(TurnScope scope, long document, string reason, string by)
    {
        byte[]? blob;
        using (var rows = scope.Session.Query(Load, document))
        {
            if (!rows.Next())
            {
                return Rejection.Of("document.unknown");
            }

            if (rows.Integer(0) != 0)
            {
                return Rejection.Of("document.erased-already");
            }

            blob = rows.IsNull(1) ? null : rows.Blob(1).ToArray();
        }

        scope.Session.Execute(Empty, document, Nameless);
        var record = new DocumentErased(document, reason, by);
        scope.Append(
            scope.NewKey(),
            1,
            Erased,
            1,
            JsonSerializer.SerializeToUtf8Bytes(record, ErasureJson.Default.DocumentErased)
        );
        var isUnused = blob is not null && scope.Session.QueryInteger(Users, blob) == 0;
        return TurnAnswer.Done(isUnused ? Convert.ToHexStringLower(blob!) : string.Empty);
    }

    /// <summary>The documents that the journal says were erased.</summary>
    public static HashSet<long> Of(SqlSession session)
    {
        var erased = new HashSet<long>();
        using var rows = session.Query(Records, Erased);
        while (rows.Next())
        {
            if (JsonSerializer.Deserialize(rows.Blob(0), ErasureJson.Default.DocumentErased) is { } record)
            {
                erased.Add(record.Document);
            }
        }

        return erased;
    }
}

/// <summary>A document's content is gone.</summary>
public sealed record DocumentErased(long Document, string Reason, string By);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DocumentErased))]
internal sealed partial class ErasureJson : JsonSerializerContext;
