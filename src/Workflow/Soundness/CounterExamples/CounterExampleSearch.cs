using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Soundness.CounterExamples;

/// <summary>Finds the way to the worst that was found: two tokens on a flow, then no way to the end, then an improper end.</summary>
internal sealed class CounterExampleSearch(ProcessDefinition definition, IReadOnlyDictionary<int, ScopeAnalysis> scopes)
{
    /// <summary>How many states may be followed for a shorter way than the one that decided.</summary>
    private const int MaxStates = 20_000;

    /// <param name="reached">The analyses of the scopes that can be entered, the process among them.</param>
    public CounterExample? Find(IReadOnlyList<ScopeAnalysis> reached)
    {
        // From the outside in: the shorter story.
        var outsideIn = reached.OrderBy(each => each.Scope).ToArray();
        if (Array.Find(outsideIn, each => each.FirstUnsafe >= 0) is { } unsafely)
        {
            return Tell(SoundnessProblem.Unsafe, unsafely, (scope, state) => scope.IsUnsafe(state));
        }

        var process = outsideIn[0];
        if (process.FirstStuck >= 0 && Array.TrueForAll(outsideIn[1..], each => each.IsWhole))
        {
            return Tell(SoundnessProblem.NoOptionToComplete, process, (scope, state) => scope.IsStuck(state));
        }

        return Array.Find(outsideIn, each => each.FirstImproper >= 0) is { } improper
            ? Tell(SoundnessProblem.ImproperCompletion, improper, (scope, state) => scope.IsImproper(state))
            : null;
    }

    private CounterExample? Tell(SoundnessProblem problem, ScopeAnalysis scope, Func<ScopeAnalysis, int, bool> isBad)
    {
        var analysis = scope.Unfolded(MaxStates) ?? scope;
        var graph = analysis.Graph;
        var way =
            problem == SoundnessProblem.NoOptionToComplete
                ? WayToStandstill(analysis)
                : GraphPath.To(graph, graph.Beginnings, state => isBad(analysis, state));
        if (way is not { } last)
        {
            return null;
        }

        var ways = WaysInto(scope.Scope, analysis.ClassOf(last.First));
        if (ways is null)
        {
            return null;
        }

        var root = ways.Count > 0 ? new Instance(scopes[-1], ways[0].Path.First) : new Instance(analysis, last.First);
        var play = new TokenPlay(definition, scopes, root) { StopsWhenUnsafe = problem == SoundnessProblem.Unsafe };
        var instance = root;
        foreach (var (path, entered) in ways)
        {
            instance = play.PlayUntilEntered(instance, path, entered);
            if (instance is null)
            {
                return null;
            }
        }

        play.Play(instance, last);
        if (problem == SoundnessProblem.NoOptionToComplete)
        {
            play.RunDown(instance);
        }

        return new(problem, play.Steps());
    }

    /// <summary>Where nothing can move is plainer to see than where it begins to be in vain.</summary>
    private static GraphPath? WayToStandstill(ScopeAnalysis scope)
    {
        var graph = scope.Graph;
        return GraphPath.To(graph, graph.Beginnings, state => scope.IsStuck(state) && !graph.From(state).Any())
            ?? GraphPath.To(graph, graph.Beginnings, state => scope.IsStuck(state) && !graph.Beginnings.Contains(state))
            ?? GraphPath.To(graph, graph.Beginnings, scope.IsStuck);
    }

    /// <summary>From the process inwards, the way in each scope until the next one is entered; null: there is none.</summary>
    private List<(GraphPath Path, int Entered)>? WaysInto(int scope, int beginning)
    {
        var ways = new List<(GraphPath Path, int Entered)>();
        while (scope >= 0)
        {
            var (entered, first) = (scope, beginning);
            scope = definition.Elements[scope].Scope;
            var parent = scopes[scope];
            var path = GraphPath.Through(
                parent.Graph,
                parent.Graph.Beginnings,
                (transition, _) =>
                    transition
                        .Path()
                        .Any(firing =>
                            Array.Exists(
                                firing.Transition.Inner,
                                move => move.SubProcess == entered && move.From < 0 && move.To == first
                            )
                        )
            );
            if (path is null)
            {
                return null;
            }

            ways.Insert(0, (path, entered));
            beginning = parent.ClassOf(path.First);
        }

        return ways;
    }
}
