using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Tests.Soundness;

internal sealed partial class NaiveGame
{
    private IEnumerable<NaiveMove> Throw(NaiveState state, Element element)
    {
        Ran.Add(element.Index);
        var result = (element as ThrowEvent)?.Results.FirstOrDefault();
        if (element.Kind == ElementKind.TerminateEndEvent)
        {
            return [new(state.Clear().Give($"e{element.Index}"))];
        }

        if (element is ThrowEvent { Kind: ElementKind.LinkThrowEvent } link)
        {
            return [new(state.Give(link.LinkTarget < 0 ? $"x{element.Index}" : $"@{link.LinkTarget}"))];
        }

        var isEnd = element.Kind is ElementKind.NoneEndEvent or ElementKind.ResultEndEvent;
        switch (result)
        {
            case ErrorTrigger or CancelTrigger:
                return CatcherOf(element, result) is { } catcher
                    ? Catch(state, catcher, ends: true)
                    : [new(state.Give($"x{element.Index}"))];
            case EscalationTrigger when CatcherOf(element, result) is { } listener:
                // What goes on after an escalation that doesn't interrupt is a step of its own.
                return Catch(state.Give($"@{element.Index}/on"), listener, ends: false);
            default:
                return Go(
                    state,
                    element,
                    isEnd
                        ?
                        [
                            [$"e{element.Index}"],
                        ]
                        : Outs(element)
                );
        }
    }

    /// <summary>Something thrown in the scope is caught here, or leaves it for a catcher further out.</summary>
    private IEnumerable<NaiveMove> Catch(NaiveState state, int catcher, bool ends)
    {
        var element = definition.Elements[catcher];
        var interrupts = ends || Interrupts(element);
        if (element.Scope != state.Scope)
        {
            return [new(state, catcher, interrupts)];
        }

        if (!interrupts && !state.Has($"marmed{catcher}"))
        {
            return [new(state)];
        }

        Ran.Add(catcher);
        return Begin(catcher)
            .Select(inside =>
                interrupts
                    ? new NaiveMove(AddChild(state.Clear(), element, 0, inside))
                    : new NaiveMove(Started(state, catcher, inside))
            );
    }

    private List<NaiveMove> MovesInside(NaiveState state, (int Element, int Armed, NaiveState Inside) child)
    {
        var element = definition.Elements[child.Element];
        var rest = state with { Children = state.Children.Remove(child) };
        var boundaries = element.Kind == ElementKind.EventSubProcess ? [] : Boundaries(element);
        var moves = new List<NaiveMove>();
        if (child.Inside.IsEnd)
        {
            moves.AddRange(
                element.Kind == ElementKind.EventSubProcess ? [new NaiveMove(rest)] : Go(rest, element, Outs(element))
            );
        }

        for (var i = 0; i < boundaries.Length; i++)
        {
            moves.AddRange(Happen(rest, child, boundaries, i, child.Inside));
        }

        foreach (var move in Moves(child.Inside))
        {
            var next = AddChild(rest, element, child.Armed, move.After);
            if (move.CaughtBy < 0)
            {
                moves.Add(new(next));
                continue;
            }

            var place = Array.FindIndex(boundaries, each => each.Index == move.CaughtBy);
            if (place < 0)
            {
                moves.AddRange(Catch(move.Leaves ? rest : next, move.CaughtBy, move.Leaves));
            }
            else if (move.Leaves)
            {
                moves.AddRange(Go(rest, boundaries[place], Outs(boundaries[place])));
            }
            else if ((child.Armed & (1 << place)) == 0)
            {
                moves.Add(new(next));
            }
            else
            {
                moves.AddRange(Happen(rest, child, boundaries, place, move.After));
            }
        }

        return moves;
    }

    private IEnumerable<NaiveMove> Happen(
        NaiveState rest,
        (int Element, int Armed, NaiveState Inside) child,
        BoundaryEvent[] boundaries,
        int place,
        NaiveState inside
    )
    {
        if (boundaries[place].IsInterrupting)
        {
            return Go(rest, boundaries[place], Outs(boundaries[place]));
        }

        return (child.Armed & (1 << place)) == 0
            ? []
            : Go(
                AddChild(rest, definition.Elements[child.Element], child.Armed & ~(1 << place), inside),
                boundaries[place],
                Outs(boundaries[place])
            );
    }

    private int? CatcherOf(Element thrower, EventTrigger thrown)
    {
        var fromListener = false;
        for (var scope = thrower.Scope; ; scope = definition.Elements[scope].Scope)
        {
            var listeners = fromListener
                ? []
                : definition.ContentOf(scope).EventSubProcesses.Where(each => StartOf(each) is not null);
            if (Best(listeners, each => StartOf(each)!.Triggers[0], thrown) is { } listener)
            {
                return listener;
            }

            if (scope < 0)
            {
                return null;
            }

            fromListener = definition.Elements[scope].Kind == ElementKind.EventSubProcess;
            if (
                !fromListener
                && Best(
                    definition.Elements[scope].Boundaries,
                    each => ((BoundaryEvent)definition.Elements[each]).Triggers[0],
                    thrown
                )
                    is { } boundary
            )
            {
                return boundary;
            }
        }
    }

    private static int? Best(IEnumerable<int> catchers, Func<int, EventTrigger> trigger, EventTrigger thrown)
    {
        var list = catchers.ToList();
        foreach (var isExact in new[] { true, false })
        {
            var found = list.FindIndex(each =>
                (thrown, trigger(each)) switch
                {
                    (ErrorTrigger one, ErrorTrigger other) => isExact
                        ? one.Code is not null && one.Code == other.Code
                        : other.Code is null,
                    (EscalationTrigger one, EscalationTrigger other) => isExact
                        ? one.Code is not null && one.Code == other.Code
                        : other.Code is null,
                    (CancelTrigger, CancelTrigger) => true,
                    _ => false,
                }
            );
            if (found >= 0)
            {
                return list[found];
            }
        }

        return null;
    }

    private bool Interrupts(Element catcher) =>
        catcher is BoundaryEvent boundary ? boundary.IsInterrupting : StartOf(catcher.Index)!.IsInterrupting;
}
