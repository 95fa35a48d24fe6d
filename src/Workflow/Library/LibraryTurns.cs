using System.Globalization;
using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;

namespace Approvals.Workflow.Library;

/// <summary>
/// What is done to the documents of the library, within a turn: each leaves a line of who, when and what. Refusals, with nothing
/// changed: <c>library.no-document</c>, <c>library.saved-meanwhile</c>, <c>library.name-taken</c>, and those of
/// <see cref="DocumentNames"/> and <see cref="DocumentContent"/>.
/// </summary>
public static class LibraryTurns
{
    private static readonly SqlText Neighbour = new(
        """
        SELECT key FROM library_document
        WHERE kind = ?1 AND coalesce(parent, 0) = ?2 AND folder = ?3 AND name = ?4 AND key <> ?5 AND deleted IS NULL LIMIT 1
        """
    );

    /// <summary>Adds a document; a scenario lies under the process <paramref name="parent"/>.</summary>
    /// <param name="how">Created or imported.</param>
    public static (long Key, Rejection? Refusal) Create(
        TurnScope scope,
        DocumentKind kind,
        string name,
        string folder,
        string content,
        long? parent = null,
        ChangeKind how = ChangeKind.Created
    )
    {
        if (Refusal(scope, kind, parent, name, folder, self: 0) is { } refusal)
        {
            return (0, refusal);
        }

        content = WithoutMark(content);
        var (read, malformed) = DocumentContent.Read(kind, content);
        if (read is null)
        {
            return (0, malformed);
        }

        var key = LibraryRows.Insert(scope, kind, parent, name, folder, content, read);
        LibraryRows.Tell(scope, key, how, 1, content: content);
        return (key, null);
    }

    /// <summary>
    /// Makes the content the next revision. <paramref name="revision"/> is the one that was read: when somebody saved since then,
    /// nothing is written. The same content again is no change.
    /// </summary>
    public static (LibraryDocument? Saved, Rejection? Refusal) Save(
        TurnScope scope,
        long key,
        int revision,
        string content,
        ChangeKind how = ChangeKind.Saved,
        string? detail = null
    )
    {
        if (Live(scope, key) is not { } document)
        {
            return (null, Rejection.Of("library.no-document"));
        }

        content = WithoutMark(content);
        if (content == document.Content)
        {
            return (document, null);
        }

        if (document.Revision != revision)
        {
            return (document, Rejection.Of("library.saved-meanwhile"));
        }

        var (read, malformed) = DocumentContent.Read(document.Kind, content);
        if (read is null)
        {
            return (null, malformed);
        }

        LibraryRows.SetContent(scope, key, revision + 1, content, read);
        LibraryRows.Tell(scope, key, how, revision + 1, detail, content);
        return (LibraryReading.Find(scope.Session, key), null);
    }

    /// <summary>Gives the document another name or another folder.</summary>
    public static Rejection? Place(TurnScope scope, long key, string name, string folder)
    {
        if (Live(scope, key) is not { } document)
        {
            return Rejection.Of("library.no-document");
        }

        if (Refusal(scope, document.Kind, document.Parent, name, folder, key) is { } refusal)
        {
            return refusal;
        }

        LibraryRows.SetPlace(scope, key, name, folder);
        if (name != document.Name)
        {
            LibraryRows.Tell(scope, key, ChangeKind.Renamed, document.Revision, document.Name);
        }

        if (folder != document.Folder)
        {
            LibraryRows.Tell(scope, key, ChangeKind.Moved, document.Revision, document.Folder);
        }

        return null;
    }

    /// <summary>Puts the document into the bin; what is deployed of it goes on.</summary>
    public static Rejection? Delete(TurnScope scope, long key)
    {
        if (Live(scope, key) is not { } document)
        {
            return Rejection.Of("library.no-document");
        }

        LibraryRows.SetDeleted(scope, key, scope.Now);
        LibraryRows.Tell(scope, key, ChangeKind.Deleted, document.Revision);
        return null;
    }

    /// <summary>Takes it out of the bin; refused while another bears its name in its folder.</summary>
    public static Rejection? Recover(TurnScope scope, long key)
    {
        if (LibraryReading.Find(scope.Session, key) is not { Deleted: not null } document)
        {
            return Rejection.Of("library.no-document");
        }

        if (Refusal(scope, document.Kind, document.Parent, document.Name, document.Folder, key) is { } refusal)
        {
            return refusal;
        }

        LibraryRows.SetDeleted(scope, key, null);
        LibraryRows.Tell(scope, key, ChangeKind.Recovered, document.Revision);
        return null;
    }

    /// <summary>Makes what the document held after an earlier change its newest revision.</summary>
    public static Rejection? Restore(TurnScope scope, long key, long change)
    {
        var earlier = LibraryReading.Changes(scope.Session, key, int.MaxValue).Find(each => each.Key == change);
        if (
            Live(scope, key) is not { } document
            || earlier is null
            || LibraryReading.ContentAfter(scope.Session, key, change) is not { } content
        )
        {
            return Rejection.Of("library.no-document");
        }

        var of = earlier.Revision.ToString(CultureInfo.InvariantCulture);
        return Save(scope, key, document.Revision, content, ChangeKind.Restored, of).Refusal;
    }

    /// <summary>
    /// Begins the draft anew from the template. It keeps its id, so that what is drawn now becomes the next version of what is deployed;
    /// the history keeps what was drawn before.
    /// </summary>
    public static Rejection? Restart(TurnScope scope, long key)
    {
        if (
            Live(scope, key) is not { } document
            || LibraryReading.DefinitionsOf(scope.Session, key).FirstOrDefault() is not { } definition
        )
        {
            return Rejection.Of("library.no-document");
        }

        var content = DocumentTemplates.Anew(document.Kind, document.Name, definition.Id);
        return Save(scope, key, document.Revision, content, ChangeKind.Restarted).Refusal;
    }

    /// <summary>Notes that a version of it was deployed, or an older one again.</summary>
    public static void NoteDeployment(TurnScope scope, LibraryDocument document, bool isRollBack, long version) =>
        LibraryRows.Tell(
            scope,
            document.Key,
            isRollBack ? ChangeKind.RolledBack : ChangeKind.Deployed,
            document.Revision,
            version.ToString(CultureInfo.InvariantCulture)
        );

    /// <summary>A name that is free in the folder: the wished one, or it with a number.</summary>
    public static string FreeName(TurnScope scope, DocumentKind kind, string name, string folder, long? parent = null)
    {
        var free = name;
        for (var number = 2; IsTaken(scope, kind, parent, free, folder, self: 0); number++)
        {
            var suffix = $" {number}";
            free = name[..Math.Min(name.Length, DocumentNames.Longest - suffix.Length)].Trim() + suffix;
        }

        return free;
    }

    private static LibraryDocument? Live(TurnScope scope, long key) =>
        LibraryReading.Find(scope.Session, key) is { Deleted: null } document ? document : null;

    private static Rejection? Refusal(
        TurnScope scope,
        DocumentKind kind,
        long? parent,
        string name,
        string folder,
        long self
    ) =>
        DocumentNames.Check(name)
        ?? DocumentNames.CheckFolder(folder)
        ?? (
            kind == DocumentKind.Scenario != parent is not null
            || (parent is { } process && Live(scope, process) is not { Kind: DocumentKind.Process })
                ? Rejection.Of("library.scenario-needs-process")
            : IsTaken(scope, kind, parent, name, folder, self) ? Rejection.Of("library.name-taken", ("name", name))
            : null
        );

    private static bool IsTaken(
        TurnScope scope,
        DocumentKind kind,
        long? parent,
        string name,
        string folder,
        long self
    ) => scope.Session.QueryInteger(Neighbour, (int)kind, parent ?? 0, folder, name, self) is not null;

    private static string WithoutMark(string content) => content.StartsWith('\uFEFF') ? content[1..] : content;
}
