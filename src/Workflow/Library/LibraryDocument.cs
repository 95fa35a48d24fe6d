namespace Approvals.Workflow.Library;

/// <summary>A draft as the library keeps it.</summary>
/// <param name="Parent">Of a scenario the document of its process, else null.</param>
/// <param name="Folder">Empty, or names joined by <c>/</c>.</param>
/// <param name="Revision">From 1, one more with every save: who saves names the one that was read.</param>
/// <param name="Digest">SHA-256 of the content in UTF-8, the same that a deployment bears.</param>
public sealed record LibraryDocument(
    long Key,
    DocumentKind Kind,
    long? Parent,
    string Name,
    string Folder,
    int Revision,
    string Content,
    byte[] Digest,
    DateTimeOffset Created,
    string CreatedBy,
    DateTimeOffset Changed,
    string ChangedBy,
    DateTimeOffset? Deleted
)
{
    /// <summary>Its name as a file.</summary>
    public string FileName => Name + DocumentKinds.EndingOf(Kind);
}

/// <summary>What a document defines for others to call: a process, a decision, a form.</summary>
public sealed record LibraryDefinition(long Document, DocumentKind Kind, string Id, string Name);

/// <summary>What somebody did to a document; the numbers are stored.</summary>
public enum ChangeKind
{
    Created,
    Saved,
    Imported,
    Renamed,
    Moved,
    Deleted,

    /// <summary>Taken out of the bin.</summary>
    Recovered,

    /// <summary>An older revision was made the newest.</summary>
    Restored,
    Deployed,

    /// <summary>An older version was deployed again.</summary>
    RolledBack,

    /// <summary>The draft began anew from the template, under the same id.</summary>
    Restarted,
}

/// <summary>One line of a document's history.</summary>
/// <param name="Detail">The old name or folder, the restored revision, the deployed version.</param>
/// <param name="HasContent">Whether the content it had after the change can be restored.</param>
public sealed record LibraryChange(
    long Key,
    ChangeKind Kind,
    int Revision,
    string? Detail,
    bool HasContent,
    DateTimeOffset At,
    string Actor
);
