using System.Globalization;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Store;
using Approvals.Server.Storage;

namespace Approvals.Server.Operations;

/// <summary>An incident that is open: what went wrong where, and how it can be resolved.</summary>
public sealed record OpenIncident(
    long Key,
    long Instance,
    long Owner,
    string Process,
    int Version,
    string Element,
    string Kind,
    string Message,
    string Resolution,
    DateTimeOffset Raised
);

/// <summary>Lists the open incidents, oldest first.</summary>
public sealed record Incidents(string? Process = null, string? Element = null) : Operation
{
    private static readonly SqlText All = new(
        """
        SELECT i.key, i.instance, i.owner, d.process_id, d.version, i.element, i.kind, i.message, i.resolution, i.raised
        FROM incident i JOIN process_scope s ON s.key = i.instance JOIN process_definition d ON d.key = s.definition
        WHERE (?1 IS NULL OR d.process_id = ?1) AND (?2 IS NULL OR i.element = ?2) AND (?3 = 0 OR i.key = ?3)
          AND (?4 = 0 OR i.instance = ?4)
        ORDER BY i.key
        """
    );

    /// <summary>The incidents of a process, of an element, with a key, of an instance; 0 and null leave it open.</summary>
    public static List<OpenIncident> Read(
        SqlSession session,
        string? process = null,
        string? element = null,
        long key = 0,
        long instance = 0
    )
    {
        var found = new List<OpenIncident>();
        using var rows = session.Query(All, process, element, key, instance);
        while (rows.Next())
        {
            found.Add(
                new(
                    rows.Integer(0),
                    rows.Integer(1),
                    rows.Integer(2),
                    rows.Text(3),
                    (int)rows.Integer(4),
                    rows.Text(5),
                    rows.Text(6),
                    rows.Text(7),
                    rows.Text(8),
                    rows.Instant(9)
                )
            );
        }

        return found;
    }

    public override Task<OperationAnswer> RunAsync(Platform platform, Actor actor)
    {
        var found = platform.Readers.Read(session => Read(session, Process, Element));
        return Task.FromResult(new OperationAnswer([.. found.Select(Line)]));
    }

    private static OperationLine Line(OpenIncident incident) =>
        OperationLine.Of(
            $"{incident.Key}: {incident.Process} v{incident.Version}, instance {incident.Instance}, '{incident.Element}', "
                + $"{incident.Raised.ToOffset(CivilTime.Offset):yyyy-MM-dd HH:mm}: {incident.Message} {incident.Resolution}",
            new
            {
                incident = Text(incident.Key),
                instance = Text(incident.Instance),
                process = incident.Process,
                version = incident.Version,
                element = incident.Element,
                kind = incident.Kind,
                message = incident.Message,
                resolution = incident.Resolution,
                raised = incident.Raised,
            }
        );

    private static string Text(long key) => key.ToString(CultureInfo.InvariantCulture);
}
