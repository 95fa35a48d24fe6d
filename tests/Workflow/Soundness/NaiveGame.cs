using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Tests.Soundness;

/// <summary>One step of the naive game. What is thrown out of the scope names its catcher.</summary>
internal sealed record NaiveMove(NaiveState After, int CaughtBy = -1, bool Leaves = false);

/// <summary>
/// The token game of BPMN, written down plainly over the elements and with no thought of speed: what the soundness check is compared
/// with.
/// </summary>
internal sealed partial class NaiveGame(ProcessDefinition definition)
{
    /// <summary>The elements that have run.</summary>
    public HashSet<int> Ran { get; } = [];

    public IEnumerable<NaiveState> Begin(int scope)
    {
        var content = definition.ContentOf(scope);
        var state = NaiveState.Empty(scope);
        foreach (var listener in content.EventSubProcesses.Where(each => StartOf(each) is not null))
        {
            state = state.Give($"marmed{listener}");
        }

        if (
            scope >= 0
            && definition.Elements[scope]
                is AdHocSubProcess { Kind: ElementKind.AdHocSubProcess, CompletionCondition: not null }
        )
        {
            state = state.Give("mopen");
        }

        var starts = content.Starts.Concat(content.TriggeredStarts).ToArray();
        foreach (var start in starts)
        {
            yield return state.Give($"@{start}");
        }

        if (!content.ImplicitStarts.IsEmpty)
        {
            yield return state.Give(content.ImplicitStarts.Select(each => $"@{each}"));
        }
        else if (starts.Length == 0)
        {
            yield return state.Normal();
        }
    }

    public IEnumerable<NaiveMove> Moves(NaiveState state)
    {
        if (state.IsEnd)
        {
            return [];
        }

        var content = definition.ContentOf(state.Scope);
        var moves = content
            .Elements.SelectMany(index => Moves(state, definition.Elements[index]))
            .Concat(content.EventSubProcesses.SelectMany(listener => Listen(state, listener)))
            .Concat(state.Children.SelectMany(child => MovesInside(state, child)));
        if (state.Has("mopen"))
        {
            moves = moves.Append(new(state.Clear()));
        }

        return moves.Select(move => move with { After = move.After.Normal() });
    }

    private IEnumerable<NaiveMove> Moves(NaiveState state, Element element)
    {
        var entries = Entries(state, element).Where(state.Has).ToArray();
        switch (element.Kind)
        {
            case ElementKind.ParallelGateway:
            case ElementKind.ComplexGateway when element is ComplexGateway { ActivationCondition: null }:
                var all = Entries(state, element).ToArray();
                return all.Length > 0 && all.Length == entries.Length
                    ? Go(state.Take(entries), element, Outs(element))
                    : [];
            case ElementKind.InclusiveGateway when element.Incoming.Length > 1:
                return entries.Length > 0 && !Awaits(state, element, entries)
                    ? Go(state.Take(entries), element, Outs(element))
                    : [];
            case ElementKind.ComplexGateway when element.Incoming.Length > 1:
                return Complex(state, element, entries);
            case ElementKind.EventSubProcess:
            case ElementKind.BoundaryEvent:
                return [];
            default:
                return entries.SelectMany(entry => Enter(state.Take([entry]), element)).Concat(Proceed(state, element));
        }
    }

    private IEnumerable<NaiveMove> Enter(NaiveState state, Element element)
    {
        if (element is ThrowEvent or { Kind: ElementKind.NoneEndEvent or ElementKind.TerminateEndEvent })
        {
            return Throw(state, element);
        }

        if (element is SubProcess)
        {
            Ran.Add(element.Index);
            return Begin(element.Index).Select(inside => new NaiveMove(AddChild(state, element, All(element), inside)));
        }

        if (Boundaries(element).Length > 0)
        {
            Ran.Add(element.Index);
            return [new(state.Give($"a{element.Index}/{All(element)}"))];
        }

        return Done(state, element);
    }

    /// <summary>Activities under way that show no inside.</summary>
    private IEnumerable<NaiveMove> Proceed(NaiveState state, Element element)
    {
        var thrown = $"@{element.Index}/on";
        if (state.Has(thrown))
        {
            var isEnd = element.Kind == ElementKind.ResultEndEvent;
            foreach (
                var move in Go(
                    state.Take([thrown]),
                    element,
                    isEnd
                        ?
                        [
                            [$"e{element.Index}"],
                        ]
                        : Outs(element)
                )
            )
            {
                yield return move;
            }
        }

        var boundaries = Boundaries(element);
        if (boundaries.Length == 0 || element is SubProcess)
        {
            yield break;
        }

        for (var armed = 0; armed <= All(element); armed++)
        {
            var here = $"a{element.Index}/{armed}";
            if (!state.Has(here))
            {
                continue;
            }

            foreach (var move in Done(state.Take([here]), element))
            {
                yield return move;
            }

            for (var i = 0; i < boundaries.Length; i++)
            {
                if (boundaries[i].IsInterrupting || (armed & (1 << i)) != 0)
                {
                    var rest = state.Take([here]);
                    rest = boundaries[i].IsInterrupting ? rest : rest.Give($"a{element.Index}/{armed & ~(1 << i)}");
                    foreach (var move in Go(rest, boundaries[i], Outs(boundaries[i])))
                    {
                        yield return move;
                    }
                }
            }
        }
    }

    private IEnumerable<NaiveMove> Done(NaiveState state, Element element) =>
        Go(state, element, Outs(element))
            .Concat(
                element is UserTask task
                    ? task.Returns.SelectMany(edge =>
                        Go(
                            state,
                            element,
                            [
                                [$"@{edge.Target}"],
                            ]
                        )
                    )
                    : []
            );

    private IEnumerable<NaiveMove> Go(NaiveState state, Element element, IEnumerable<IEnumerable<string>> ways)
    {
        Ran.Add(element.Index);
        return [.. ways.Select(way => new NaiveMove(state.Give(way)))];
    }

    private IEnumerable<NaiveMove> Complex(NaiveState state, Element element, string[] entries)
    {
        var awaited = element.Incoming.Select(flow => $"m{element.Index}/{flow}").ToArray();
        if (!awaited.Any(state.Has))
        {
            var others = element.Incoming.Where(flow => !state.Has(NaiveState.Flow(flow)));
            return entries.Length > 0
                ? Go(
                    state.Take(entries).Give(others.Select(flow => $"m{element.Index}/{flow}")),
                    element,
                    Outs(element)
                )
                : [];
        }

        var moves = element
            .Incoming.Where(flow => state.Has($"m{element.Index}/{flow}") && state.Has(NaiveState.Flow(flow)))
            .Select(flow => new NaiveMove(state.Take($"m{element.Index}/{flow}", NaiveState.Flow(flow))));
        return element.Incoming.Any(flow => state.Has($"m{element.Index}/{flow}") && CanCome(state, element, flow))
            ? moves
            : moves.Append(new(state.Take(awaited.Where(state.Has))));
    }

    private IEnumerable<NaiveMove> Listen(NaiveState state, int listener)
    {
        if (!state.Has($"marmed{listener}"))
        {
            return [];
        }

        Ran.Add(listener);
        return Begin(listener).Select(inside => new NaiveMove(Started(state, listener, inside)));
    }

    private NaiveState Started(NaiveState state, int listener, NaiveState inside)
    {
        var rest = StartOf(listener)!.IsInterrupting
            ? state.Clear()
            : state.Take($"marmed{listener}").Give($"mspent{listener}");
        return AddChild(rest, definition.Elements[listener], 0, inside);
    }

    private static NaiveState AddChild(NaiveState state, Element element, int armed, NaiveState inside) =>
        state with
        {
            Children = state.Children.Add((element.Index, armed, inside)),
        };

    private BoundaryEvent[] Boundaries(Element element) =>
        [.. element.Boundaries.Select(index => (BoundaryEvent)definition.Elements[index])];

    private int All(Element element) => Boundaries(element).Select((each, i) => each.IsInterrupting ? 0 : 1 << i).Sum();

    private StartEvent? StartOf(int listener) =>
        definition
            .ContentOf(listener)
            .TriggeredStarts.Select(i => definition.Elements[i])
            .OfType<StartEvent>()
            .FirstOrDefault();

    private static IEnumerable<string> Entries(NaiveState state, Element element) =>
        element.Incoming.Select(NaiveState.Flow).Concat(state.Has($"@{element.Index}") ? [$"@{element.Index}"] : []);
}
