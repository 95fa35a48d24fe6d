using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Soundness.Nets;

/// <summary>
/// Who catches what is thrown (BPMN §10.5.7, §13.5.3): the event sub-processes of the scope, then the border of the scope,
/// then the same further out; a matching code before a catcher of any code. A code that is FEEL may match any other.
/// </summary>
internal sealed class Catchers(ProcessDefinition definition)
{
    /// <summary>Every catcher that may be the one; empty when nobody catches.</summary>
    public IReadOnlyList<Catcher> Of(Element thrower, EventTrigger thrown)
    {
        var found = new List<Catcher>();
        var scope = thrower.Scope;
        var leavesEventSubProcess = false;
        while (true)
        {
            if (!leavesEventSubProcess && Find(EventSubProcesses(scope), thrown, scope, found))
            {
                return found;
            }

            if (scope < 0)
            {
                return found;
            }

            var container = definition.Elements[scope];
            leavesEventSubProcess = container.Kind == ElementKind.EventSubProcess;
            if (!leavesEventSubProcess && Find(Boundaries(container), thrown, container.Scope, found))
            {
                return found;
            }

            scope = container.Scope;
        }
    }

    private IEnumerable<(int Element, CatchEvent Event, bool Interrupts)> EventSubProcesses(int scope)
    {
        foreach (var index in definition.ContentOf(scope).EventSubProcesses)
        {
            if (StartOf(index) is { } start)
            {
                yield return (index, start, start.IsInterrupting);
            }
        }
    }

    /// <summary>The event that starts an event sub-process, or null.</summary>
    public StartEvent? StartOf(int eventSubProcess)
    {
        foreach (var index in definition.ContentOf(eventSubProcess).TriggeredStarts)
        {
            if (definition.Elements[index] is StartEvent start)
            {
                return start;
            }
        }

        return null;
    }

    private IEnumerable<(int Element, CatchEvent Event, bool Interrupts)> Boundaries(Element container)
    {
        foreach (var index in container.Boundaries)
        {
            if (definition.Elements[index] is BoundaryEvent boundary)
            {
                yield return (index, boundary, boundary.IsInterrupting);
            }
        }
    }

    /// <summary>True when one of them certainly catches.</summary>
    private static bool Find(
        IEnumerable<(int Element, CatchEvent Event, bool Interrupts)> candidates,
        EventTrigger thrown,
        int scope,
        List<Catcher> found
    )
    {
        var matches = candidates
            .Select(each => (each, Match: each.Event.Triggers.Max(trigger => MatchOf(thrown, trigger), Match.None)))
            .Where(each => each.Match != Match.None)
            .OrderByDescending(each => each.Match);
        foreach (var ((element, _, interrupts), match) in matches)
        {
            found.Add(new(element, scope, interrupts || thrown is not EscalationTrigger));
            if (match != Match.Possible)
            {
                return true;
            }
        }

        return false;
    }

    private static Match MatchOf(EventTrigger thrown, EventTrigger caught) =>
        (thrown, caught) switch
        {
            (ErrorTrigger, ErrorTrigger { Code: null }) => Match.Any,
            (ErrorTrigger { Code: var code }, ErrorTrigger { Code: var other }) => MatchOf(code, other),
            (EscalationTrigger, EscalationTrigger { Code: null }) => Match.Any,
            (EscalationTrigger { Code: var code }, EscalationTrigger { Code: var other }) => MatchOf(code, other),
            (CancelTrigger, CancelTrigger) => Match.Any,
            _ => Match.None,
        };

    private static Match MatchOf(ModelValue? thrown, ModelValue? caught) =>
        thrown is null || caught is null ? Match.None
        : thrown.Expression is not null || caught.Expression is not null ? Match.Possible
        : thrown.Text == caught.Text ? Match.Exact
        : Match.None;

    /// <summary>In ascending order of precedence.</summary>
    private enum Match
    {
        None,
        Any,
        Possible,
        Exact,
    }
}

file static class Maximum
{
    public static TValue Max<TItem, TValue>(this IEnumerable<TItem> items, Func<TItem, TValue> value, TValue otherwise)
        where TValue : struct, Enum => items.Select(value).DefaultIfEmpty(otherwise).Max();
}
