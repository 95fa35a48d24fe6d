using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Soundness.Nets;

namespace Approvals.Workflow.Soundness.CounterExamples;

/// <summary>
/// Plays ways through the reduced states of scopes as what they stand for: every element that runs, inside of sub-processes too, and the
/// tokens after it.
/// </summary>
internal sealed class TokenPlay(
    ProcessDefinition definition,
    IReadOnlyDictionary<int, ScopeAnalysis> scopes,
    Instance root
)
{
    private readonly ImmutableArray<CounterStep>.Builder steps = ImmutableArray.CreateBuilder<CounterStep>();

    public Instance Root => root;

    /// <summary>True once two tokens were on one flow; nothing is played after that when <see cref="StopsWhenUnsafe"/>.</summary>
    public bool IsUnsafe { get; private set; }

    public bool StopsWhenUnsafe { get; init; }

    public ImmutableArray<CounterStep> Steps() => steps.ToImmutable();

    public void Play(Instance instance, GraphPath path)
    {
        foreach (var transition in path.Transitions)
        {
            foreach (var firing in instance.Analysis.Graph.Game.Net.Transitions[transition].Path())
            {
                Play(instance, firing);
            }
        }

        instance.State = path.Last;
    }

    /// <summary>Plays until the sub-process is entered, and gives its instance.</summary>
    public Instance? PlayUntilEntered(Instance instance, GraphPath path, int subProcess)
    {
        foreach (var transition in path.Transitions)
        {
            foreach (var firing in instance.Analysis.Graph.Game.Net.Transitions[transition].Path())
            {
                Play(instance, firing);
                if (
                    transition == path.Transitions[^1]
                    && Array.Exists(firing.Transition.Inner, move => move.SubProcess == subProcess && move.From < 0)
                )
                {
                    return instance.Children.FindLast(child => child.Analysis.Scope == subProcess);
                }
            }
        }

        return null;
    }

    /// <summary>Lets the sub-processes under way go on to where nothing moves in them, if they come to that.</summary>
    public void RunDown(Instance instance)
    {
        foreach (var child in instance.Children)
        {
            var graph = child.Analysis.Graph;
            if (
                GraphPath.To(graph, [child.State], state => !graph.IsEnd(state) && !graph.From(state).Any()) is { } path
            )
            {
                Play(child, path);
            }

            RunDown(child);
        }
    }

    private void Play(Instance instance, Firing firing)
    {
        if (IsUnsafe && StopsWhenUnsafe)
        {
            return;
        }

        var transition = firing.Transition;
        foreach (var move in transition.Inner.Where(move => move.From >= 0))
        {
            PlayInside(instance, move, transition);
        }

        // The story may have come to its point inside.
        if (IsUnsafe && StopsWhenUnsafe)
        {
            return;
        }

        instance.Take(transition);
        instance.Give([.. transition.Gives, .. firing.Chosen]);
        foreach (var move in transition.Inner.Where(move => move.From < 0))
        {
            var analysis = scopes[move.SubProcess];
            var beginning = analysis.Graph.Beginnings.Find(state => analysis.ClassOf(state) == move.To);
            instance.Children.Add(new(analysis, beginning));
        }

        IsUnsafe |= root.HasTwoTokensOnAFlow();
        if (transition.Element >= 0)
        {
            Record(instance, firing);
        }
    }

    /// <summary>What the sub-process does for its behaviour to make this move.</summary>
    private void PlayInside(Instance instance, InnerMove move, Transition transition)
    {
        var child = instance.Children.Find(each =>
            each.Analysis.Scope == move.SubProcess && each.Analysis.ClassOf(each.State) == move.From
        );
        if (child is null)
        {
            return;
        }

        var analysis = child.Analysis;
        int[] here = [child.State];
        var path = move switch
        {
            { Thrown: { } thrown } => GraphPath.Through(
                analysis.Graph,
                here,
                (each, target) =>
                    each.Throws == thrown && (move.To < 0 ? each.Clears : analysis.ClassOf(target) == move.To)
            ),
            { To: < 0 } => transition.Element == move.SubProcess
                ? GraphPath.To(analysis.Graph, here, analysis.Graph.IsEnd)
                : null,
            _ => GraphPath.To(analysis.Graph, here, state => analysis.ClassOf(state) == move.To),
        };
        if (path is not null)
        {
            Play(child, path);
        }

        if (move.To < 0)
        {
            instance.Children.Remove(child);
        }
    }

    private void Record(Instance instance, Firing firing)
    {
        var places = instance.Analysis.Net.Places;
        steps.Add(
            new(
                definition.Elements[firing.Transition.Element].Id,
                [
                    .. firing
                        .Transition.Gives.Concat(firing.Chosen)
                        .Where(place => places[place].Role == PlaceRole.Flow)
                        .Select(place => places[place].Shows!),
                ],
                [.. root.Shown().Order(StringComparer.Ordinal)]
            )
        );
    }
}
