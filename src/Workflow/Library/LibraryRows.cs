using System.Security.Cryptography;
using System.Text;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;

namespace Approvals.Workflow.Library;

/// <summary>Writes the rows of the library.</summary>
internal static class LibraryRows
{
    /// <summary>Savings of one person within this time are one line of the history: autosave would fill it.</summary>
    private static readonly TimeSpan OneSitting = TimeSpan.FromMinutes(10);

    private static readonly SqlText InsertDocument = new(
        """
        INSERT INTO library_document
          (key, kind, parent, name, folder, revision, content, digest, created, created_by, changed, changed_by)
        VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6, ?7, ?8, ?9, ?8, ?9)
        """
    );

    private static readonly SqlText UpdateContent = new(
        """
        UPDATE library_document SET revision = ?2, content = ?3, digest = ?4, changed = ?5, changed_by = ?6 WHERE key = ?1
        """
    );

    private static readonly SqlText UpdatePlace = new(
        "UPDATE library_document SET name = ?2, folder = ?3 WHERE key = ?1"
    );
    private static readonly SqlText UpdateDeleted = new("UPDATE library_document SET deleted = ?2 WHERE key = ?1");

    private static readonly SqlText ForgetDefinitions = new("DELETE FROM library_definition WHERE document = ?1");
    private static readonly SqlText InsertDefinition = new(
        "INSERT INTO library_definition (document, ord, kind, id, name) VALUES (?1, ?2, ?3, ?4, ?5)"
    );

    private static readonly SqlText InsertChange = new(
        """
        INSERT INTO library_change (key, document, kind, revision, detail, content, started, at, actor)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8)
        """
    );

    private static readonly SqlText ExtendChange = new(
        """
        UPDATE library_change SET revision = ?2, content = ?3, at = ?4
        WHERE key = (SELECT max(key) FROM library_change WHERE document = ?1) AND kind = ?5 AND actor = ?6 AND started > ?7
        """
    );

    public static long Insert(
        TurnScope scope,
        DocumentKind kind,
        long? parent,
        string name,
        string folder,
        string content,
        DocumentContent read
    )
    {
        var key = scope.NewKey();
        var bytes = Encoding.UTF8.GetBytes(content);
        scope.Session.Execute(
            InsertDocument,
            key,
            (int)kind,
            parent,
            name,
            folder,
            bytes,
            SHA256.HashData(bytes),
            scope.Now,
            scope.Actor.Id
        );
        Define(scope, key, read);
        return key;
    }

    public static void SetContent(TurnScope scope, long document, int revision, string content, DocumentContent read)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        scope.Session.Execute(
            UpdateContent,
            document,
            revision,
            bytes,
            SHA256.HashData(bytes),
            scope.Now,
            scope.Actor.Id
        );
        Define(scope, document, read);
    }

    public static void SetPlace(TurnScope scope, long document, string name, string folder) =>
        scope.Session.Execute(UpdatePlace, document, name, folder);

    public static void SetDeleted(TurnScope scope, long document, DateTimeOffset? at) =>
        scope.Session.Execute(UpdateDeleted, document, at);

    /// <summary>Adds a line to the history; a saving goes on the last line when that is a saving of the same sitting.</summary>
    public static void Tell(
        TurnScope scope,
        long document,
        ChangeKind kind,
        int revision,
        string? detail = null,
        string? content = null
    )
    {
        var bytes = content is null ? null : Encoding.UTF8.GetBytes(content);
        var isLonger =
            kind == ChangeKind.Saved
            && scope.Session.Execute(
                ExtendChange,
                document,
                revision,
                bytes,
                scope.Now,
                (int)kind,
                scope.Actor.Id,
                scope.Now - OneSitting
            ) > 0;
        if (!isLonger)
        {
            scope.Session.Execute(
                InsertChange,
                scope.NewKey(),
                document,
                (int)kind,
                revision,
                detail,
                bytes,
                scope.Now,
                scope.Actor.Id
            );
        }
    }

    private static void Define(TurnScope scope, long document, DocumentContent content)
    {
        scope.Session.Execute(ForgetDefinitions, document);
        foreach (var (ordinal, definition) in content.Definitions.Index())
        {
            scope.Session.Execute(
                InsertDefinition,
                document,
                ordinal,
                (int)definition.Kind,
                definition.Id,
                definition.Name
            );
        }
    }
}
