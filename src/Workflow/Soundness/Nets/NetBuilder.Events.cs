using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Soundness.Nets;

internal sealed partial class NetBuilder
{
    private void AddThrowing(Element element)
    {
        foreach (var entry in places.Entries(element))
        {
            AddThrowing(element, entry);
        }
    }

    private void AddThrowing(Element element, int entry)
    {
        var results = element is ThrowEvent thrower ? thrower.Results : [];
        if (element.Kind == ElementKind.LinkThrowEvent)
        {
            var target = ((ThrowEvent)element).LinkTarget;
            Put(
                Step(
                    element,
                    [entry],
                    // Without a catching half the token can't go on.
                    WaysOut.To(target >= 0 ? places.At(definition.Elements[target]) : Stuck(element))
                )
            );
            return;
        }

        if (element.Kind == ElementKind.TerminateEndEvent || results.Any(result => result is TerminateTrigger))
        {
            Put(Step(element, [entry], WaysOut.To(places.End(element))) with { Clears = true });
            return;
        }

        if (results.FirstOrDefault(result => result is ErrorTrigger or CancelTrigger) is { } fatal)
        {
            AddFatal(element, entry, fatal);
            return;
        }

        foreach (var escalation in results.OfType<EscalationTrigger>())
        {
            entry = AddEscalation(element, entry, escalation);
        }

        var isEnd = element.Kind is ElementKind.NoneEndEvent or ElementKind.ResultEndEvent;
        Put(Step(element, [entry], isEnd ? WaysOut.To(places.End(element)) : WaysOutOf(element)));
    }

    /// <summary>An error or a cancel; nobody catching it is an incident, the token stays.</summary>
    private void AddFatal(Element element, int entry, EventTrigger thrown)
    {
        var caught = catchers.Of(element, thrown);
        foreach (var catcher in caught)
        {
            AddCaught(catcher, Step(element, [entry], WaysOut.To()));
        }

        if (caught.Count == 0)
        {
            Put(Step(element, [entry], WaysOut.To(Stuck(element))));
        }
    }

    /// <summary>An escalation; nobody catching it, it passes. Gives the place where the token goes on.</summary>
    private int AddEscalation(Element element, int entry, EscalationTrigger thrown)
    {
        var passed = places.Add(PlaceRole.Position, element.Id);
        var caught = catchers.Of(element, thrown);
        foreach (var catcher in caught)
        {
            AddCaught(catcher, Step(element, [entry], WaysOut.To(passed)));
        }

        if (caught.Count == 0)
        {
            Put(Step(element, [entry], WaysOut.To(passed)) with { Element = -1 });
        }

        return passed;
    }

    /// <summary>
    /// What the step throws is caught: by an event sub-process here, or further out, where the step appears as a move of this
    /// scope's behaviour.
    /// </summary>
    private void AddCaught(Catcher catcher, Transition step)
    {
        if (catcher.Scope != scope)
        {
            Put(
                catcher.Interrupts
                    ? step with
                    {
                        Clears = true,
                        Gives = [],
                        Throws = catcher,
                    }
                    : step with
                    {
                        Throws = catcher,
                    }
            );
            return;
        }

        if (!listeners.TryGetValue(catcher.Element, out var listener))
        {
            return;
        }

        var behavior = behaviorOf(catcher.Element);
        foreach (var first in behavior.Beginnings)
        {
            var begun = ListenerState(catcher.Element, first);
            var started = step with
            {
                Covers = step.Covers.Union(ListenerCovers(catcher.Element, behavior)),
                Inner = [.. step.Inner, new(catcher.Element, -1, first, null)],
            };
            Put(
                catcher.Interrupts
                    ? started with
                    {
                        Clears = true,
                        Gives = [begun],
                    }
                    : started with
                    {
                        Takes = [.. step.Takes, listener.Armed],
                        Gives = [.. step.Gives, listener.Spent, begun],
                    }
            );
        }

        if (!catcher.Interrupts)
        {
            Put(step with { Takes = [.. step.Takes, listener.Spent], Gives = [.. step.Gives, listener.Spent] });
        }
    }

    private int Stuck(Element element) => places.Add(PlaceRole.Position, element.Id);
}
