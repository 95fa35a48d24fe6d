using System.Collections.Immutable;
using Approvals.Server.Operations;
using Approvals.Server.Storage;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Runtime.Migration;

namespace Approvals.Server.Reads.Operate;

/// <summary>A migration as it is being put together: between which versions, where missing elements go, what would come of it.</summary>
/// <param name="Missing">Elements of the old version that the new one has not and that matter to instances, with what they could become.</param>
public sealed record MigrationDraft(
    string Process,
    string Name,
    IReadOnlyList<ProcessVersion> Versions,
    int From,
    int To,
    MigrationPreflight Preflight,
    IReadOnlyList<MissingElement> Missing,
    IReadOnlyDictionary<string, string> Names
)
{
    public string NameOf(string element) => Names.GetValueOrDefault(element, element);
}

/// <summary>Reads what a migration between two versions would do.</summary>
public sealed class MigrationQuery(Platform platform)
{
    /// <param name="from">Null: the older version in which most instances run.</param>
    /// <param name="to">Null: the latest.</param>
    /// <returns>Null when there are no two such versions.</returns>
    public MigrationDraft? Find(string process, int? from, int? to, IReadOnlyDictionary<string, string> map) =>
        platform.Readers.Read(session =>
        {
            var versions = ProcessVersion.Read(session, process);
            var target = to is null ? versions.FirstOrDefault() : versions.Find(each => each.Version == to);
            var source = from is null
                ? versions.Where(each => each != target).MaxBy(each => (each.Running, each.Version))
                : versions.Find(each => each.Version == from);
            if (source is null || target is null || source == target)
            {
                return null;
            }

            var definitions = platform.Runtime.Definitions;
            var old = definitions.Get(session, source.Key).Definition;
            var next = definitions.Get(session, target.Key).Definition;
            var order = Order(process, source.Version, target.Version, map, next);
            var preflight = MigrationPreflight.Of(definitions, session, order);
            var standing = preflight.Standing.Select(each => each.Element).ToHashSet(StringComparer.Ordinal);
            return new MigrationDraft(
                process,
                next.Name ?? process,
                versions,
                source.Version,
                target.Version,
                preflight,
                MissingElements.Of(old.Elements.Where(element => standing.Contains(element.Id)), next, map),
                old.Elements.ToDictionary(
                    element => element.Id,
                    element => element.Name ?? element.Id,
                    StringComparer.Ordinal
                )
            );
        });

    /// <summary>The order; what is mapped to an element that the new version has not stays unmapped.</summary>
    public static MigrationOrder Order(
        string process,
        int from,
        int to,
        IReadOnlyDictionary<string, string> map,
        ProcessDefinition target,
        ImmutableArray<long>? instances = null
    ) =>
        new()
        {
            Process = process,
            From = from,
            To = to,
            Elements = map.Where(pair => pair.Value is not null && target.FindElement(pair.Value) is not null)
                .ToImmutableDictionary(StringComparer.Ordinal),
            Instances = instances,
        };

    /// <summary>The order for what was read, over all instances or over those chosen.</summary>
    public MigrationOrder Order(
        MigrationDraft draft,
        IReadOnlyDictionary<string, string> map,
        ImmutableArray<long>? instances
    ) =>
        Order(
            draft.Process,
            draft.From,
            draft.To,
            map,
            platform.Readers.Read(session => platform.Runtime.Definitions.Get(session, draft.Preflight.To).Definition),
            instances
        );
}
