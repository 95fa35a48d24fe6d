using Approvals.Kernel.Store;
using Approvals.Server.Storage;

namespace Approvals.Server.Reads.Operate;

/// <summary>A deployed process with all its versions.</summary>
public sealed record ProcessLine(
    string Id,
    string Name,
    int Version,
    DateTimeOffset Deployed,
    int Running,
    int Incidents
);

/// <summary>The deployed processes by id, with what runs of them and what is stuck.</summary>
public sealed class ProcessesQuery(Platform platform)
{
    private static readonly SqlText Latest = new(
        """
        SELECT d.process_id, coalesce(d.name, d.process_id), d.version, d.at FROM process_definition d
        WHERE d.version = (SELECT max(version) FROM process_definition other WHERE other.process_id = d.process_id)
        ORDER BY d.process_id
        """
    );

    private static readonly SqlText Running = new(
        """
        SELECT d.process_id, count(*) FROM process_scope s JOIN process_definition d ON d.key = s.definition
        WHERE s.ended IS NULL GROUP BY d.process_id
        """
    );

    private static readonly SqlText Incidents = new(
        """
        SELECT d.process_id, count(*) FROM incident i JOIN process_scope s ON s.key = i.instance
        JOIN process_definition d ON d.key = s.definition GROUP BY d.process_id
        """
    );

    public IReadOnlyList<ProcessLine> Read() =>
        platform.Readers.Read(session =>
        {
            var (running, incidents) = (Counts(session, Running), Counts(session, Incidents));
            var lines = new List<ProcessLine>();
            using var rows = session.Query(Latest);
            while (rows.Next())
            {
                var id = rows.Text(0);
                lines.Add(
                    new(
                        id,
                        rows.Text(1),
                        (int)rows.Integer(2),
                        rows.Instant(3),
                        running.GetValueOrDefault(id),
                        incidents.GetValueOrDefault(id)
                    )
                );
            }

            return lines;
        });

    private static Dictionary<string, int> Counts(SqlSession session, SqlText sql)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        using var rows = session.Query(sql);
        while (rows.Next())
        {
            counts.Add(rows.Text(0), (int)rows.Integer(1));
        }

        return counts;
    }
}
