using System.Globalization;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Clocks;

/// <summary>A clock that goes on from one of an earlier instance of the matter takes over the days on which that one stood.</summary>
internal static class EarlierClock
{
    public static Fault? Pauses(
        EngineStep step,
        ClockDefinition definition,
        ElementInstance instance,
        out IReadOnlyList<ClockPause> pauses
    )
    {
        pauses = [];
        if (definition.EarlierPauses is not { } expression)
        {
            return null;
        }

        if (Evaluation.Evaluate(step, expression, instance, out var value) is { } fault)
        {
            return fault;
        }

        if (value.IsNull)
        {
            return null;
        }

        var found = new List<ClockPause>();
        foreach (var each in value.Kind == FeelKind.List ? value.AsList() : [value])
        {
            if (Day(each, "from") is not { } from || Day(each, "through") is not { } through)
            {
                return Fault.Value(
                    $"An earlier pause of the clock '{definition.Id}' is {each}, not {{from, through}}."
                );
            }

            if (through < from || through > step.Today || (found.Count > 0 && from < found[^1].From))
            {
                return Fault.Value(
                    $"The earlier pauses of the clock '{definition.Id}' are not in order or not over: {value}."
                );
            }

            found.Add(new(from, through));
        }

        pauses = found;
        return null;
    }

    /// <summary>The pauses as they happened, each with the dates that followed from it.</summary>
    public static void TakeOver(EngineStep step, ClockLimit limit)
    {
        var clock = step.State.Clocks[limit.Clock]!;
        for (var i = 0; i < limit.EarlierPauses.Count; i++)
        {
            var pause = limit.EarlierPauses[i];
            step.Emit(new ClockPaused(clock.Id, pause.From));
            var dates = ClockBehavior.Dates(step, clock, [.. limit.EarlierPauses.Take(i + 1)]);
            step.Emit(new ClockResumed(clock.Id, pause.Through!.Value, dates));
        }
    }

    /// <summary>A date, or its text: what comes in as JSON has no dates.</summary>
    public static DateOnly? Day(FeelValue value) =>
        value.Kind switch
        {
            FeelKind.Date when value.AsDate().TryGetDateOnly(out var day) => day,
            FeelKind.String
                when DateOnly.TryParseExact(
                    value.AsString(),
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    default,
                    out var day
                ) => day,
            _ => null,
        };

    private static DateOnly? Day(FeelValue pause, string name) =>
        pause.Kind == FeelKind.Context && pause.AsContext().TryGetValue(name, out var value) ? Day(value) : null;
}
