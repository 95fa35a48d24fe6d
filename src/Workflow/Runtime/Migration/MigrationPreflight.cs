using System.Collections.Immutable;
using Approvals.Kernel.Store;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Migration;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Runtime.Migration;

/// <summary>How many instances stand at an element.</summary>
public sealed record Standing(int Version, string Element, int Count);

/// <summary>Why some instances can't move: how many, and the first of them.</summary>
public sealed record Hindrance(string Code, string Element, string Message, int Count, ImmutableArray<long> Instances);

/// <summary>
/// What a migration would do to every running instance it names, without doing it. <see cref="Problem"/> says why the order
/// itself makes no sense; then nothing else is filled.
/// </summary>
public sealed record MigrationPreflight(
    string? Problem,
    long To,
    int Total,
    ImmutableArray<(long Instance, long From)> Movable,
    ImmutableArray<Standing> Standing,
    ImmutableArray<Hindrance> Hindrances
)
{
    private const int MostNamed = 20;
    private static readonly SqlText VersionKey = new(
        "SELECT key FROM process_definition WHERE process_id = ?1 AND version = ?2"
    );

    private static readonly SqlText Latest = new(
        "SELECT key FROM process_definition WHERE process_id = ?1 ORDER BY version DESC LIMIT 1"
    );

    private static readonly SqlText Running = new(
        """
        SELECT s.key FROM process_scope s JOIN process_definition d ON d.key = s.definition
        WHERE d.process_id = ?1 AND s.ended IS NULL AND s.definition <> ?2 AND (?3 = 0 OR s.definition = ?3)
        ORDER BY s.key
        """
    );

    public static MigrationPreflight Of(DefinitionCache definitions, SqlSession session, MigrationOrder order)
    {
        var to = order.To is { } version
            ? session.QueryInteger(VersionKey, order.Process, version)
            : session.QueryInteger(Latest, order.Process);
        if (to is not { } target)
        {
            return Senseless($"There is no version {order.To} of a process '{order.Process}'.");
        }

        long from = 0;
        if (order.From is { } left)
        {
            if (session.QueryInteger(VersionKey, order.Process, left) is not { } found)
            {
                return Senseless($"There is no version {left} of a process '{order.Process}'.");
            }

            from = found;
        }

        var definition = definitions.Get(session, target).Definition;
        return Named(order, definition) is { } unknown
            ? Senseless(unknown)
            : Look(definitions, session, order, definition, target, from);
    }

    /// <summary>The same for a version that is not deployed yet, over the instances of every version; <see cref="To"/> is 0.</summary>
    public static MigrationPreflight Of(
        DefinitionCache definitions,
        SqlSession session,
        MigrationOrder order,
        ProcessDefinition target
    ) =>
        Named(order, target) is { } unknown
            ? Senseless(unknown)
            : Look(definitions, session, order, target, targetKey: 0, from: 0);

    /// <summary>A sentence when a name on the right side of the plan is in no element or flow of the new version.</summary>
    private static string? Named(MigrationOrder order, ProcessDefinition definition)
    {
        var element = order.Elements?.Values.FirstOrDefault(id => definition.FindElement(id) is null);
        var flow = order.Flows?.Values.FirstOrDefault(id => definition.FindFlow(id) is null);
        return element is not null ? $"The new version has no element '{element}'."
            : flow is not null ? $"The new version has no flow '{flow}'."
            : null;
    }

    private static MigrationPreflight Look(
        DefinitionCache definitions,
        SqlSession session,
        MigrationOrder order,
        ProcessDefinition target,
        long targetKey,
        long from
    )
    {
        var plan = order.ToPlan();
        var maps = new Dictionary<long, MigrationMap>();
        var movable = ImmutableArray.CreateBuilder<(long, long)>();
        var standing = new Dictionary<(int, string), int>();
        var hindrances = new Dictionary<MigrationProblem, List<long>>();
        var total = 0;
        foreach (var key in session.QueryIntegers(Running, order.Process, targetKey, from))
        {
            if (order.Instances is { } chosen && !chosen.Contains(key))
            {
                continue;
            }

            total++;
            var instance = InstanceStates.Read(definitions, session, key)!;
            foreach (var element in instance.State.Elements.Items)
            {
                var place = (instance.Deployment.Version, element.Element.Id);
                standing[place] = standing.GetValueOrDefault(place) + 1;
            }

            if (!maps.TryGetValue(instance.Deployment.Key, out var map))
            {
                map = new(instance.Deployment.Definition, target, plan);
                maps.Add(instance.Deployment.Key, map);
            }

            var problems = MigrationCheck.Of(instance.State, map);
            if (problems.Count == 0)
            {
                movable.Add((key, instance.Deployment.Key));
            }

            foreach (var problem in problems)
            {
                hindrances.TryAdd(problem, []);
                hindrances[problem].Add(key);
            }
        }

        return new(
            null,
            targetKey,
            total,
            movable.ToImmutable(),
            [
                .. standing
                    .Select(each => new Standing(each.Key.Item1, each.Key.Item2, each.Value))
                    .OrderBy(each => each.Version)
                    .ThenBy(each => each.Element, StringComparer.Ordinal),
            ],
            [
                .. hindrances
                    .Select(each => new Hindrance(
                        each.Key.Code,
                        each.Key.ElementId,
                        each.Key.Message,
                        each.Value.Count,
                        [.. each.Value.Take(MostNamed)]
                    ))
                    .OrderBy(each => each.Element, StringComparer.Ordinal),
            ]
        );
    }

    private static MigrationPreflight Senseless(string problem) => new(problem, 0, 0, [], [], []);
}
