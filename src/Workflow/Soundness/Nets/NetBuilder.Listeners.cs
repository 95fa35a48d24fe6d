using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Soundness.Nets;

internal sealed partial class NetBuilder
{
    private readonly Dictionary<(int Listener, int Class), int> listenerStates = [];
    private readonly Dictionary<int, Queue<int>> openListenerStates = [];

    /// <summary>
    /// An event sub-process (BPMN §10.3.5): its event may happen while the scope is not at its end; interrupting, it takes the place of
    /// everything else, otherwise it runs beside it, once. One for compensation runs after the scope's end and is not part of it.
    /// </summary>
    private void AddListener(int index)
    {
        if (catchers.StartOf(index) is not { } start || start.Triggers.Any(trigger => trigger is CompensationTrigger))
        {
            return;
        }

        var element = definition.Elements[index];
        var armed = places.Add(PlaceRole.Memory, null);
        var spent = places.Add(PlaceRole.Memory, null);
        places.Always.Add(armed);
        listeners.Add(index, (armed, spent));
        openListenerStates.Add(index, []);
        var behavior = behaviorOf(index);
        foreach (var first in behavior.Beginnings)
        {
            var begun = ListenerState(index, first);
            Put(
                new()
                {
                    Element = index,
                    Takes = [armed],
                    Gives = start.IsInterrupting ? [begun] : [spent, begun],
                    Clears = start.IsInterrupting,
                    Covers = ListenerCovers(index, behavior),
                    Inner = [new(index, -1, first, null)],
                }
            );
        }

        var open = openListenerStates[index];
        while (open.TryDequeue(out var from))
        {
            AddListenerSteps(element, behavior, from);
        }
    }

    private void AddListenerSteps(Element listener, ScopeBehavior behavior, int from)
    {
        int[] here = [ListenerState(listener.Index, from)];
        if (behavior.Completes[from])
        {
            Put(Quiet(listener, here, [], new(listener.Index, from, -1, null)));
        }

        foreach (var move in behavior.Moves.Where(move => move.From == from))
        {
            int[] next = move.To < 0 ? [] : [ListenerState(listener.Index, move.To)];
            var step = Quiet(listener, here, next, new(listener.Index, from, move.To, move.Thrown));
            if (move.Thrown is { } catcher)
            {
                AddCaught(catcher, step);
            }
            else
            {
                Put(step);
            }
        }
    }

    private static Transition Quiet(Element listener, int[] takes, int[] gives, InnerMove inner) =>
        new()
        {
            Element = inner.To < 0 ? listener.Index : -1,
            Takes = takes,
            Gives = gives,
            Inner = [inner],
        };

    private static ElementSet ListenerCovers(int listener, ScopeBehavior behavior) =>
        behavior.Covers.Union(ElementSet.Of(listener));

    private int ListenerState(int listener, int of)
    {
        if (!listenerStates.TryGetValue((listener, of), out var place))
        {
            place = places.Add(PlaceRole.Position, definition.Elements[listener].Id);
            listenerStates.Add((listener, of), place);
            openListenerStates[listener].Enqueue(of);
        }

        return place;
    }
}
