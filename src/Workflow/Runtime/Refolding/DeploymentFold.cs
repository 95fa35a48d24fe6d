using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Journal.Refolding;
using Approvals.Kernel.Store;
using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Rules;
using Approvals.Workflow.Dmn;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Runtime.Decisions;
using Approvals.Workflow.Runtime.Forms;

namespace Approvals.Workflow.Runtime.Refolding;

/// <summary>
/// Deployments. The journal has the digest of a deployed text; the text itself stands in the row, is compared with it, and gives the
/// row's other columns.
/// </summary>
internal sealed class DeploymentFold(WorkingCalendar calendar)
{
    private static readonly SqlText ProcessText = new("SELECT xml FROM process_definition WHERE key = ?1");
    private static readonly SqlText FormText = new("SELECT json FROM form_definition WHERE key = ?1");
    private static readonly SqlText DecisionText = new("SELECT xml FROM decision_model WHERE key = ?1");
    private long subscriptions;

    public void Process(Refold refold, JournalRecord record)
    {
        using var deployed = JsonDocument.Parse(record.Data);
        var facts = deployed.RootElement;
        var (xml, digest) = TextOf(refold.Stored, ProcessText, "process_definition", record.Stream, facts);
        var id = Text(facts, "processId");
        var process =
            BpmnReader.Read(xml, BpmnRules.Running).Definitions?.Find(id)
            ?? throw new InvalidDataException($"the text has no process '{id}'.");
        DateTimeOffset? starts =
            facts.TryGetProperty("startsAt", out var from) && from.ValueKind == JsonValueKind.Number
                ? DateTimeOffset.FromUnixTimeMilliseconds(from.GetInt64())
                : null;
        var version = facts.GetProperty("version").GetInt64();
        Deploying.Write(
            refold.Folded,
            () => ++subscriptions,
            new(record.Stream, version, Text(facts, "resource"), digest, xml, record.At, record.Actor, starts),
            process,
            new FeelEnvironment { Now = record.At, Calendar = calendar }
        );
    }

    public static void Form(Refold refold, JournalRecord record)
    {
        using var deployed = JsonDocument.Parse(record.Data);
        var facts = deployed.RootElement;
        var (json, digest) = TextOf(refold.Stored, FormText, "form_definition", record.Stream, facts);
        FormDeploying.Write(
            refold.Folded,
            record.Stream,
            Text(facts, "formId"),
            facts.GetProperty("version").GetInt64(),
            Text(facts, "resource"),
            digest,
            json,
            record.At,
            record.Actor
        );
    }

    public static void Decisions(Refold refold, JournalRecord record)
    {
        using var deployed = JsonDocument.Parse(record.Data);
        var facts = deployed.RootElement;
        var (xml, digest) = TextOf(refold.Stored, DecisionText, "decision_model", record.Stream, facts);
        var definitions =
            DmnReader
                .Read(xml, import => DecisionCache.FindImport(refold.Folded, import.Namespace, long.MaxValue))
                .Definitions
            ?? throw new InvalidDataException("the text is no decision model.");
        DecisionDeploying.Write(
            refold.Folded,
            record.Stream,
            definitions,
            Text(facts, "resource"),
            digest,
            xml,
            record.At,
            record.Actor
        );
    }

    private static (string Text, byte[] Digest) TextOf(
        SqlSession stored,
        SqlText query,
        string table,
        long key,
        JsonElement facts
    )
    {
        var digest = Convert.FromHexString(Text(facts, "digest"));
        using var rows = stored.Query(query, key);
        if (!rows.Next())
        {
            throw new InvalidDataException($"{table} {key}: the row is missing.");
        }

        return SHA256.HashData(rows.Blob(0)).AsSpan().SequenceEqual(digest)
            ? (rows.Text(0), digest)
            : throw new InvalidDataException($"{table} {key}: the text is not the one that was deployed.");
    }

    private static string Text(JsonElement facts, string name) =>
        facts.GetProperty(name).GetString() ?? throw new InvalidDataException($"'{name}' is null.");
}
