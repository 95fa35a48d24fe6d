using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Bpmn.Rules;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Runtime;

/// <summary>Deploys BPMN files within a turn: a new version of each of their processes, in the journal and in the table.</summary>
public static class Deploying
{
    public const string EventType = "workflow.deployed";

    private static readonly SqlText LastVersion = new(
        "SELECT max(version) FROM process_definition WHERE process_id = ?1"
    );

    private static readonly SqlText Insert = new(
        """
        INSERT INTO process_definition (key, process_id, version, version_tag, name, resource, digest, xml, at, actor, starts)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """
    );

    public static bool IsDeployed(SqlSession session, string processId) =>
        session.QueryInteger(LastVersion, processId) is not null;

    /// <summary>
    /// Reads and checks the file; the deployments are null exactly when there are problems. New instances get the version from
    /// <paramref name="startsAt"/> on, or at once.
    /// </summary>
    public static (IReadOnlyList<long>? Keys, IReadOnlyList<BpmnProblem> Problems) Deploy(
        TurnScope scope,
        string resource,
        string xml,
        WorkingCalendar calendar,
        DateTimeOffset? startsAt = null
    )
    {
        var reading = BpmnReader.Read(xml, BpmnRules.Deployment);
        if (reading.Definitions is not { } definitions)
        {
            return (null, reading.Problems);
        }

        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(xml));
        var feel = new FeelEnvironment { Now = scope.Now, Calendar = calendar };
        var keys = new List<long>();
        foreach (var process in definitions.Processes)
        {
            var key = scope.NewKey();
            var version = (scope.Session.QueryInteger(LastVersion, process.Id) ?? 0) + 1;
            var row = new DeployedRow(key, version, resource, digest, xml, scope.Now, scope.Actor.Id, startsAt);
            Write(scope.Session, scope.NewKey, row, process, feel);
            scope.Append(
                key,
                1,
                EventType,
                1,
                JsonSerializer.SerializeToUtf8Bytes(
                    new
                    {
                        processId = process.Id,
                        version,
                        resource,
                        digest = Convert.ToHexStringLower(digest),
                        startsAt = startsAt?.ToUnixTimeMilliseconds(),
                    }
                )
            );
            keys.Add(key);
        }

        return (keys, []);
    }

    /// <summary>The rows of a deployed process, and of what its start events wait for.</summary>
    internal static void Write(
        SqlSession session,
        Func<long> newKey,
        DeployedRow row,
        ProcessDefinition process,
        FeelEnvironment feel
    )
    {
        session.Execute(
            Insert,
            row.Key,
            process.Id,
            row.Version,
            process.VersionTag,
            process.Name,
            row.Resource,
            row.Digest,
            row.Xml,
            row.At,
            row.Actor,
            row.StartsAt
        );
        StartSubscriptions.Open(session, newKey, row.Key, process, row.StartsAt ?? row.At, feel);
    }
}

/// <summary>What a deployment adds to a process that was read.</summary>
internal sealed record DeployedRow(
    long Key,
    long Version,
    string Resource,
    byte[] Digest,
    string Xml,
    DateTimeOffset At,
    string Actor,
    DateTimeOffset? StartsAt
);
