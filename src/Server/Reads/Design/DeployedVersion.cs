using Approvals.Kernel.Store;
using Approvals.Workflow.Library;

namespace Approvals.Server.Reads.Design;

/// <summary>A deployed version of a process, a decision or a form.</summary>
/// <param name="Digest">SHA-256 of its file: a document with the same digest is what is deployed.</param>
public sealed record DeployedVersion(long Key, int Version, DateTimeOffset At, string By, byte[] Digest)
{
    private static readonly SqlText Processes = new(
        "SELECT key, version, at, actor, digest FROM process_definition WHERE process_id = ?1 ORDER BY version DESC"
    );

    private static readonly SqlText Decisions = new(
        """
        SELECT m.key, d.version, m.at, m.actor, m.digest
        FROM decision_definition d JOIN decision_model m ON m.key = d.model WHERE d.decision_id = ?1 ORDER BY d.version DESC
        """
    );

    private static readonly SqlText Forms = new(
        "SELECT key, version, at, actor, digest FROM form_definition WHERE form_id = ?1 ORDER BY version DESC"
    );

    private static readonly SqlText ProcessText = new("SELECT xml FROM process_definition WHERE key = ?1");
    private static readonly SqlText DecisionText = new("SELECT xml FROM decision_model WHERE key = ?1");
    private static readonly SqlText FormText = new("SELECT json FROM form_definition WHERE key = ?1");

    /// <summary>The latest first; empty for what was never deployed.</summary>
    public static List<DeployedVersion> All(SqlSession session, DocumentKind kind, string id)
    {
        var versions = new List<DeployedVersion>();
        using var rows = session.Query(
            kind switch
            {
                DocumentKind.Process => Processes,
                DocumentKind.Decision => Decisions,
                _ => Forms,
            },
            id
        );
        while (rows.Next())
        {
            versions.Add(
                new(rows.Integer(0), (int)rows.Integer(1), rows.Instant(2), rows.Text(3), rows.Blob(4).ToArray())
            );
        }

        return versions;
    }

    /// <summary>The latest deployed version of what a document defines first; null when it was never deployed.</summary>
    public static DeployedVersion? Latest(SqlSession session, LibraryDocument document) =>
        LibraryReading.DefinitionsOf(session, document.Key) is [var first, ..]
            ? All(session, document.Kind, first.Id).FirstOrDefault()
            : null;

    /// <summary>The file that was deployed under the key.</summary>
    public static string Content(SqlSession session, DocumentKind kind, long key)
    {
        using var rows = session.Query(
            kind switch
            {
                DocumentKind.Process => ProcessText,
                DocumentKind.Decision => DecisionText,
                _ => FormText,
            },
            key
        );
        return rows.Next() ? rows.Text(0) : throw new InvalidDataException($"Nothing is deployed under {key}.");
    }

    public bool IsOf(LibraryDocument document) => document.Digest.AsSpan().SequenceEqual(Digest);
}
