using System.Collections.Immutable;
using Approvals.Kernel.Store;
using Approvals.Server.Reads.Operate;
using Approvals.Server.Storage;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Library;
using Approvals.Workflow.Library.Comparison;
using Approvals.Workflow.Runtime.Decisions;
using Approvals.Workflow.Runtime.Migration;

namespace Approvals.Server.Reads.Design;

/// <summary>What would become of the running instances of one process.</summary>
/// <param name="Missing">Steps that instances stand at and the new version has not: where they are to go.</param>
/// <param name="Names">Names of steps by their ids, of the deployed version, else of the new one.</param>
public sealed record ProcessPreflight(
    string Process,
    string Name,
    MigrationPreflight Preflight,
    IReadOnlyList<MissingElement> Missing,
    IReadOnlyDictionary<string, string> Names
)
{
    /// <summary>Old steps to new ones, as far as that is settled.</summary>
    public ImmutableDictionary<string, string> Map =>
        Missing
            .Where(each => each.Chosen is not null)
            .ToImmutableDictionary(each => each.Id, each => each.Chosen!, StringComparer.Ordinal);

    public string NameOf(string element) => Names.GetValueOrDefault(element, element);
}

/// <summary>A deployment as it is looked at before it is done.</summary>
/// <param name="Content">The draft, or the older version that is to come back.</param>
/// <param name="RollBackTo">The number of that older version; null for the draft.</param>
/// <param name="Deployed">What is deployed now, with its content.</param>
/// <param name="Comparison">From what is deployed to the content; null when nothing is.</param>
public sealed record PreparedDeployment(
    LibraryDocument Document,
    string Content,
    int? RollBackTo,
    (DeployedVersion Version, string Content)? Deployed,
    DocumentComparison? Comparison,
    DeploymentCheck Check,
    IReadOnlyList<ProcessPreflight> Preflights,
    IReadOnlyList<DeployedVersion> Versions
)
{
    public bool IsSame => Deployed is { } deployed && deployed.Content == Content;

    public int Movable => Preflights.Sum(each => each.Preflight.Movable.Length);

    public int Running => Preflights.Sum(each => each.Preflight.Total);
}

/// <summary>Prepares the deployment of a document; null when there is no such document or version.</summary>
public sealed class DeployQuery(Platform platform)
{
    private static readonly SqlText Models = new(
        """
        SELECT xml FROM decision_model m WHERE key IN
          (SELECT model FROM decision_definition d WHERE version =
            (SELECT max(version) FROM decision_definition o WHERE o.decision_id = d.decision_id))
        """
    );

    /// <param name="map">Old steps to new ones as somebody chose them; null: steps of the same name.</param>
    public PreparedDeployment? Find(long key, int? version, IReadOnlyDictionary<string, string>? map) =>
        platform.Readers.Read(session =>
            LibraryReading.Find(session, key) is { Deleted: null, Parent: null } document
                ? Prepare(session, document, version, map)
                : null
        );

    private PreparedDeployment? Prepare(
        SqlSession session,
        LibraryDocument document,
        int? version,
        IReadOnlyDictionary<string, string>? map
    )
    {
        var first = LibraryReading.DefinitionsOf(session, document.Key).FirstOrDefault();
        var versions = first is null ? [] : DeployedVersion.All(session, document.Kind, first.Id);
        var older = version is { } number ? versions.Find(each => each.Version == number) : null;
        if (version is not null && older is null)
        {
            return null;
        }

        var content = older is null ? document.Content : DeployedVersion.Content(session, document.Kind, older.Key);
        (DeployedVersion, string)? deployed = versions is [var latest, ..]
            ? (latest, DeployedVersion.Content(session, document.Kind, latest.Key))
            : null;
        var check = DeploymentCheck.Of(
            document.Kind,
            content,
            LibraryReading.ScenariosOf(session, document.Key),
            DecisionsOf(session),
            import => DecisionCache.FindImport(session, import, long.MaxValue),
            platform.Calendar
        );
        return new(
            document,
            content,
            version,
            deployed,
            deployed is var (_, before) ? DocumentComparison.Of(document.Kind, before, content) : null,
            check,
            [.. Preflights(session, check, map)],
            versions
        );
    }

    private IEnumerable<ProcessPreflight> Preflights(
        SqlSession session,
        DeploymentCheck check,
        IReadOnlyDictionary<string, string>? map
    )
    {
        var definitions = platform.Runtime.Definitions;
        foreach (var process in check.Definitions?.Processes ?? [])
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            var order = new MigrationOrder { Process = process.Id };
            var old = definitions.FindLatest(session, process.Id, platform.Clock.GetUtcNow())?.Definition;
            foreach (var element in (old?.Elements ?? []).Concat(process.Elements))
            {
                names.TryAdd(element.Id, element.Name ?? element.Id);
            }

            var preflight = MigrationPreflight.Of(definitions, session, order, process);
            var missing = MissingElements.Of(Standing(session, process.Id, preflight), process, Known(map, process));
            var prepared = new ProcessPreflight(process.Id, process.Name ?? process.Id, preflight, missing, names);
            yield return prepared.Map.IsEmpty
                ? prepared
                : prepared with
                {
                    Preflight = MigrationPreflight.Of(
                        definitions,
                        session,
                        order with
                        {
                            Elements = prepared.Map,
                        },
                        process
                    ),
                };
        }
    }

    /// <summary>What is mapped to a step that the new version has not stays unmapped.</summary>
    private static Dictionary<string, string>? Known(
        IReadOnlyDictionary<string, string>? map,
        ProcessDefinition process
    ) => map?.Where(pair => process.FindElement(pair.Value) is not null).ToDictionary(StringComparer.Ordinal);

    private List<Element> Standing(SqlSession session, string process, MigrationPreflight preflight)
    {
        var versions = DeployedVersion.All(session, DocumentKind.Process, process);
        return
        [
            .. preflight.Standing.Select(each =>
                platform
                    .Runtime.Definitions.Get(session, versions.First(version => version.Version == each.Version).Key)
                    .Definition.FindElement(each.Element)!
            ),
        ];
    }

    /// <summary>The decisions that a process gets once it is deployed.</summary>
    private static List<string> DecisionsOf(SqlSession session)
    {
        var texts = new List<string>();
        using var rows = session.Query(Models);
        while (rows.Next())
        {
            texts.Add(rows.Text(0));
        }

        return texts;
    }
}
