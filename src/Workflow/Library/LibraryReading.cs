using System.Text;
using Approvals.Kernel.Store;

namespace Approvals.Workflow.Library;

/// <summary>Reads the library, within a turn or from a snapshot.</summary>
public static class LibraryReading
{
    private const string Columns = """
        SELECT key, kind, parent, name, folder, revision, content, digest, created, created_by, changed, changed_by, deleted
        FROM library_document
        """;

    private static readonly SqlText ByKey = new(Columns + " WHERE key = ?1");
    private static readonly SqlText OfParent = new(
        Columns + " WHERE parent = ?1 AND deleted IS NULL ORDER BY name, key"
    );
    private static readonly SqlText Everything = new(
        Columns + " WHERE deleted IS NULL ORDER BY folder, name, kind, key"
    );
    private static readonly SqlText Bin = new(
        Columns + " WHERE deleted IS NOT NULL AND parent IS NULL ORDER BY deleted DESC, key"
    );

    private static readonly SqlText Defining = new(
        """
        SELECT d.document FROM library_definition d JOIN library_document l ON l.key = d.document
        WHERE d.kind = ?1 AND d.id = ?2 ORDER BY l.deleted IS NOT NULL, d.document LIMIT 1
        """
    );

    private static readonly SqlText AllDefinitions = new(
        """
        SELECT d.document, d.kind, d.id, d.name FROM library_definition d JOIN library_document l ON l.key = d.document
        WHERE l.deleted IS NULL ORDER BY d.kind, d.id, d.document
        """
    );

    private static readonly SqlText Own = new(
        "SELECT document, kind, id, name FROM library_definition WHERE document = ?1 ORDER BY ord"
    );

    private static readonly SqlText ChangesOf = new(
        """
        SELECT key, kind, revision, detail, content IS NOT NULL, at, actor FROM library_change
        WHERE document = ?1 ORDER BY key DESC LIMIT ?2
        """
    );

    private static readonly SqlText ContentOf = new(
        "SELECT content FROM library_change WHERE document = ?1 AND key = ?2 AND content IS NOT NULL"
    );

    /// <summary>The document, deleted or not; null when there is none.</summary>
    public static LibraryDocument? Find(SqlSession session, long key)
    {
        using var rows = session.Query(ByKey, key);
        return rows.Next() ? Read(rows) : null;
    }

    /// <summary>All documents that are not in the bin, scenarios too, by folder and name.</summary>
    public static List<LibraryDocument> All(SqlSession session) => Many(session.Query(Everything));

    /// <summary>What was deleted, the latest first; scenarios go with their process.</summary>
    public static List<LibraryDocument> Deleted(SqlSession session) => Many(session.Query(Bin));

    public static List<LibraryDocument> ScenariosOf(SqlSession session, long process) =>
        Many(session.Query(OfParent, process));

    /// <summary>The document that defines an id, before one in the bin; null when none does.</summary>
    public static long? DefinedBy(SqlSession session, DocumentKind kind, string id) =>
        session.QueryInteger(Defining, (int)kind, id);

    /// <summary>What can be called of all documents, by kind and id.</summary>
    public static List<LibraryDefinition> Definitions(SqlSession session) => Definitions(session.Query(AllDefinitions));

    public static List<LibraryDefinition> DefinitionsOf(SqlSession session, long document) =>
        Definitions(session.Query(Own, document));

    /// <summary>The history of a document, the latest first.</summary>
    public static List<LibraryChange> Changes(SqlSession session, long document, int most)
    {
        var changes = new List<LibraryChange>();
        using var rows = session.Query(ChangesOf, document, most);
        while (rows.Next())
        {
            changes.Add(
                new(
                    rows.Integer(0),
                    (ChangeKind)rows.Integer(1),
                    (int)rows.Integer(2),
                    rows.TextOrNull(3),
                    rows.Integer(4) != 0,
                    rows.Instant(5),
                    rows.Text(6)
                )
            );
        }

        return changes;
    }

    /// <summary>The content a document had after a change of its; null when that change has none.</summary>
    public static string? ContentAfter(SqlSession session, long document, long change)
    {
        using var rows = session.Query(ContentOf, document, change);
        return rows.Next() ? Encoding.UTF8.GetString(rows.Blob(0)) : null;
    }

    private static List<LibraryDocument> Many(SqlRows found)
    {
        var documents = new List<LibraryDocument>();
        using var rows = found;
        while (rows.Next())
        {
            documents.Add(Read(rows));
        }

        return documents;
    }

    private static List<LibraryDefinition> Definitions(SqlRows found)
    {
        var definitions = new List<LibraryDefinition>();
        using var rows = found;
        while (rows.Next())
        {
            definitions.Add(new(rows.Integer(0), (DocumentKind)rows.Integer(1), rows.Text(2), rows.Text(3)));
        }

        return definitions;
    }

    private static LibraryDocument Read(SqlRows rows) =>
        new(
            rows.Integer(0),
            (DocumentKind)rows.Integer(1),
            rows.IntegerOrNull(2),
            rows.Text(3),
            rows.Text(4),
            (int)rows.Integer(5),
            Encoding.UTF8.GetString(rows.Blob(6)),
            rows.Blob(7).ToArray(),
            rows.Instant(8),
            rows.Text(9),
            rows.Instant(10),
            rows.Text(11),
            rows.InstantOrNull(12)
        );
}
