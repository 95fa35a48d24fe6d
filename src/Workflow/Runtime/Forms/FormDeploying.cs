using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Workflow.Forms;

namespace Approvals.Workflow.Runtime.Forms;

/// <summary>Deploys form-js files within a turn: a new version of the form, in the journal and in the table.</summary>
public static class FormDeploying
{
    public const string EventType = "workflow.form-deployed";

    private static readonly SqlText LastVersion = new("SELECT max(version) FROM form_definition WHERE form_id = ?1");

    private static readonly SqlText Insert = new(
        """
        INSERT INTO form_definition (key, form_id, version, resource, digest, json, at, actor)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """
    );

    private static readonly SqlText Latest = new(
        "SELECT json FROM form_definition WHERE form_id = ?1 ORDER BY version DESC LIMIT 1"
    );

    private static readonly SqlText ByKey = new("SELECT json FROM form_definition WHERE key = ?1");

    private static readonly SqlText LatestKey = new(
        "SELECT key FROM form_definition WHERE form_id = ?1 ORDER BY version DESC LIMIT 1"
    );

    public static bool IsDeployed(SqlSession session, string formId) =>
        session.QueryInteger(LastVersion, formId) is not null;

    /// <summary>The schema that pages show now; null when there is none.</summary>
    public static string? FindLatest(SqlSession session, string formId)
    {
        using var rows = session.Query(Latest, formId);
        return rows.Next() ? rows.Text(0) : null;
    }

    /// <summary>The schema that was deployed under the key; it must exist.</summary>
    public static string Get(SqlSession session, long key)
    {
        using var rows = session.Query(ByKey, key);
        return rows.Next() ? rows.Text(0) : throw new InvalidDataException($"There is no form {key}.");
    }

    /// <summary>The key of that schema's deployment: a form with the same key is the same form.</summary>
    public static long? FindLatestKey(SqlSession session, string formId) => session.QueryInteger(LatestKey, formId);

    /// <summary>Reads and checks the schema; the key is null exactly when there are problems.</summary>
    public static (long? Key, IReadOnlyList<FormProblem> Problems) Deploy(TurnScope scope, string resource, string json)
    {
        var reading = FormSchema.Parse(json);
        if (!reading.IsUsable)
        {
            return (null, reading.Problems);
        }

        if (IdOf(json) is not { } id)
        {
            return (null, [new FormProblem("", "The form has no id.")]);
        }

        var key = scope.NewKey();
        var version = (scope.Session.QueryInteger(LastVersion, id) ?? 0) + 1;
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(json));
        Write(scope.Session, key, id, version, resource, digest, json, scope.Now, scope.Actor.Id);
        scope.Append(
            key,
            1,
            EventType,
            1,
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    formId = id,
                    version,
                    resource,
                    digest = Convert.ToHexStringLower(digest),
                }
            )
        );
        return (key, []);
    }

    internal static void Write(
        SqlSession session,
        long key,
        string id,
        long version,
        string resource,
        byte[] digest,
        string json,
        DateTimeOffset at,
        string actor
    ) => session.Execute(Insert, key, id, version, resource, digest, json, at, actor);

    /// <summary>The id that a schema bears; null when it has none. The schema is JSON.</summary>
    public static string? IdOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        return
            document.RootElement.TryGetProperty("id", out var id)
            && id.ValueKind == JsonValueKind.String
            && id.GetString() is { Length: > 0 } text
            ? text
            : null;
    }
}
