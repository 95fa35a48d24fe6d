using Approvals.Kernel.Store;

namespace Approvals.Server.Reads.Operate;

/// <summary>A deployed version of a process and how many instances run in it.</summary>
/// <param name="StartsAt">From when on new instances get it, where that was said.</param>
public sealed record ProcessVersion(
    long Key,
    int Version,
    string? Tag,
    string Resource,
    DateTimeOffset Deployed,
    DateTimeOffset? StartsAt,
    int Running
)
{
    private static readonly SqlText OfProcess = new(
        """
        SELECT d.key, d.version, d.version_tag, d.resource, d.at, d.starts,
          (SELECT count(*) FROM process_scope s WHERE s.definition = d.key AND s.ended IS NULL)
        FROM process_definition d WHERE d.process_id = ?1 ORDER BY d.version DESC
        """
    );

    /// <summary>The latest first; empty for a process that was never deployed.</summary>
    public static List<ProcessVersion> Read(SqlSession session, string process)
    {
        var versions = new List<ProcessVersion>();
        using var rows = session.Query(OfProcess, process);
        while (rows.Next())
        {
            versions.Add(
                new(
                    rows.Integer(0),
                    (int)rows.Integer(1),
                    rows.TextOrNull(2),
                    rows.Text(3),
                    rows.Instant(4),
                    rows.InstantOrNull(5),
                    (int)rows.Integer(6)
                )
            );
        }

        return versions;
    }
}
