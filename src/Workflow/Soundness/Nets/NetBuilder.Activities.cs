using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Soundness.Nets;

internal sealed partial class NetBuilder
{
    /// <summary>What is done at once and shows nothing inside: a task, a called process.</summary>
    private static readonly ScopeBehavior Plain = new([0], [true], [], ElementSet.Empty);

    private void AddActivity(Element element)
    {
        var entries = places.Entries(element);
        if (entries.Length == 0)
        {
            return;
        }

        var boundaries = BoundariesOf(element);
        if (boundaries.Length > 0 || element is SubProcess)
        {
            new ActivityTranslation(this, element, boundaries).Enter(entries);
            return;
        }

        AddEach(element, entries, WaysOutOf(element));
        foreach (var edge in ReturnsOf(element))
        {
            AddEach(element, entries, ReturnTo(edge));
        }
    }

    private ImmutableArray<BoundaryEvent> BoundariesOf(Element element) =>
        [
            .. element
                .Boundaries.Select(index => definition.Elements[index])
                .OfType<BoundaryEvent>()
                .Where(boundary => !boundary.Triggers.Any(trigger => trigger is CompensationTrigger)),
        ];

    private static IEnumerable<ReturnEdge> ReturnsOf(Element element) =>
        element is UserTask task ? task.Returns.Where(edge => edge.Target >= 0) : [];

    private WaysOut ReturnTo(ReturnEdge edge) => WaysOut.To(places.At(definition.Elements[edge.Target]));

    /// <summary>
    /// An activity under way, as places for each class of its behaviour and each set of non-interrupting boundary events that may
    /// still happen.
    /// </summary>
    private sealed class ActivityTranslation
    {
        private readonly NetBuilder net;
        private readonly Element activity;
        private readonly ImmutableArray<BoundaryEvent> boundaries;
        private readonly ScopeBehavior behavior;
        private readonly ImmutableArray<int> armable;
        private readonly Dictionary<(int Class, int Armed), int> states = [];
        private readonly Queue<(int Class, int Armed)> open = [];

        public ActivityTranslation(NetBuilder net, Element activity, ImmutableArray<BoundaryEvent> boundaries)
        {
            this.net = net;
            this.activity = activity;
            this.boundaries = boundaries;
            behavior = activity is SubProcess ? net.behaviorOf(activity.Index) : Plain;
            armable = [.. boundaries.Where(each => !each.IsInterrupting).Select(each => each.Index).Take(16)];
        }

        public void Enter(int[] entries)
        {
            var all = (1 << armable.Length) - 1;
            foreach (var entry in entries)
            {
                foreach (var first in behavior.Beginnings)
                {
                    net.Put(
                        Move(activity, [entry], WaysOut.To(State(first, all)), -1, first) with
                        {
                            Covers = behavior.Covers.Union(ElementSet.Of(activity.Index)),
                        }
                    );
                }
            }

            while (open.TryDequeue(out var state))
            {
                AddStepsFrom(state.Class, state.Armed);
            }
        }

        private void AddStepsFrom(int from, int armed)
        {
            int[] here = [State(from, armed)];
            if (behavior.Completes[from])
            {
                net.Put(Move(activity, here, net.WaysOutOf(activity), from, -1));
                foreach (var edge in ReturnsOf(activity))
                {
                    net.Put(Move(activity, here, net.ReturnTo(edge), from, -1));
                }
            }
            else
            {
                // For joins further on, a token inside is on its way, whether it will ever come or not.
                var never = net.places.Add(PlaceRole.Memory, null);
                net.Put(Silent([.. here, never], net.WaysOutOf(activity), from, -1));
            }

            foreach (var boundary in boundaries)
            {
                AddBoundary(boundary, here, from, from, armed, null);
            }

            foreach (var move in behavior.Moves.Where(move => move.From == from))
            {
                AddMove(move, here, armed);
            }
        }

        private void AddMove(BehaviorMove move, int[] here, int armed)
        {
            if (move.Thrown is not { } catcher)
            {
                net.Put(Silent(here, WaysOut.To(State(move.To, armed)), move.From, move.To));
            }
            else if (boundaries.FirstOrDefault(each => each.Index == catcher.Element) is { } boundary)
            {
                AddBoundary(boundary, here, move.From, move.To, armed, catcher);
            }
            else
            {
                net.AddCaught(
                    catcher,
                    Silent(
                        here,
                        move.To < 0 ? WaysOut.To() : WaysOut.To(State(move.To, armed)),
                        move.From,
                        move.To
                    ) with
                    {
                        Inner = [new(activity.Index, move.From, move.To, catcher)],
                    }
                );
            }
        }

        /// <summary>The event happens by itself, or because of what is thrown inside.</summary>
        private void AddBoundary(BoundaryEvent boundary, int[] here, int from, int to, int armed, Catcher? thrown)
        {
            var ways = net.WaysOutOf(boundary);
            if (boundary.IsInterrupting || to < 0)
            {
                net.Put(Move(boundary, here, ways, from, -1, thrown));
                return;
            }

            var place = armable.IndexOf(boundary.Index);
            if (place >= 0 && (armed & (1 << place)) != 0)
            {
                var next = State(to, armed & ~(1 << place));
                net.Put(Move(boundary, here, ways with { Gives = [.. ways.Gives, next] }, from, to, thrown));
            }
            else if (thrown is not null)
            {
                // It has happened once already: nobody listens, and what was thrown passes.
                net.Put(
                    Silent(here, WaysOut.To(State(to, armed)), from, to) with
                    {
                        Inner = [new(activity.Index, from, to, thrown)],
                    }
                );
            }
        }

        private Transition Move(Element element, int[] takes, WaysOut ways, int from, int to, Catcher? thrown = null)
        {
            var step = Step(element, takes, ways);
            return activity is SubProcess ? step with { Inner = [new(activity.Index, from, to, thrown)] } : step;
        }

        private Transition Silent(int[] takes, WaysOut ways, int from, int to) =>
            Move(activity, takes, ways, from, to) with
            {
                Element = -1,
                Covers = ElementSet.Empty,
            };

        private int State(int of, int armed)
        {
            if (!states.TryGetValue((of, armed), out var place))
            {
                place = net.places.Add(PlaceRole.Position, activity.Id);
                states.Add((of, armed), place);
                open.Enqueue((of, armed));
            }

            return place;
        }
    }
}
