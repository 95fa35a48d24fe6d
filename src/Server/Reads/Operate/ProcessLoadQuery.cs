using Approvals.Kernel.Store;
using Approvals.Server.Operations;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Storage;
using Approvals.Workflow.Diagram;

namespace Approvals.Server.Reads.Operate;

/// <summary>One version of a process with what runs in it.</summary>
/// <param name="Loads">Where instances stand, by element in the order of the file.</param>
/// <param name="Read">How many of the running instances were looked at, the oldest first.</param>
public sealed record ProcessLoad(
    string Id,
    string Name,
    ProcessVersion Version,
    IReadOnlyList<ProcessVersion> Versions,
    BpmnDiagram Diagram,
    IReadOnlyList<StandingLoad> Loads,
    IReadOnlyList<InstanceLine> Instances,
    int Read
);

/// <summary>How many tokens are at an element and for how long: the one in the middle and the oldest.</summary>
public sealed record StandingLoad(string Element, string Name, int Count, TimeSpan Median, TimeSpan Longest);

/// <summary>A running instance in a list.</summary>
/// <param name="Where">The names of the steps where it stands.</param>
public sealed record InstanceLine(
    long Key,
    int Version,
    DateTimeOffset Started,
    bool IsSuspended,
    int Incidents,
    IReadOnlyList<string> Where
);

/// <summary>Reads where the instances of a version stand and for how long.</summary>
public sealed class ProcessLoadQuery(Platform platform, ProcessDrawings drawings)
{
    /// <summary>Each costs a pass over its journal: enough to see where it is crowded.</summary>
    public const int MostRead = 500;

    private static readonly SqlText Running = new(
        "SELECT key FROM process_scope WHERE definition = ?1 AND ended IS NULL ORDER BY key LIMIT ?2"
    );

    /// <param name="version">Its number; null for the one in which most instances run, else the latest.</param>
    /// <returns>Null when there is no such process or version.</returns>
    public ProcessLoad? Find(string process, int? version) =>
        platform.Readers.Read(session =>
        {
            var versions = ProcessVersion.Read(session, process);
            var chosen = version is { } number
                ? versions.Find(each => each.Version == number)
                : versions.MaxBy(each => (each.Running, each.Version));
            return chosen is null ? null : Look(session, process, versions, chosen);
        });

    private ProcessLoad Look(SqlSession session, string process, List<ProcessVersion> versions, ProcessVersion version)
    {
        var definitions = platform.Runtime.Definitions;
        var deployment = definitions.Get(session, version.Key);
        var now = platform.Clock.GetUtcNow();
        var stays = new Dictionary<string, List<TimeSpan>>(StringComparer.Ordinal);
        var lines = new List<InstanceLine>();
        foreach (var key in session.QueryIntegers(Running, version.Key, MostRead))
        {
            var instance = InstanceReading.Find(definitions, session, key)!;
            var standing = instance.Standing().Where(each => each.IsOwn).ToList();
            foreach (var each in standing)
            {
                if (!stays.TryGetValue(each.Element.Id, out var spans))
                {
                    stays[each.Element.Id] = spans = [];
                }

                spans.Add(now - (each.Since ?? now));
            }

            lines.Add(
                new(
                    key,
                    version.Version,
                    instance.Started,
                    instance.State.IsSuspended,
                    instance.State.Incidents.Count,
                    [
                        .. standing
                            .Where(each => !each.IsContainer)
                            .Select(each => each.Element.Name ?? each.Element.Id)
                            .Distinct(),
                    ]
                )
            );
        }

        var loads =
            from element in deployment.Definition.Elements
            where stays.ContainsKey(element.Id)
            let spans = stays[element.Id].Order().ToList()
            select new StandingLoad(
                element.Id,
                element.Name ?? element.Id,
                spans.Count,
                spans[spans.Count / 2],
                spans[^1]
            );
        return new(
            process,
            deployment.Definition.Name ?? process,
            version,
            versions,
            drawings.Of(deployment),
            [.. loads],
            lines,
            lines.Count
        );
    }
}
