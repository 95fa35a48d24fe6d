using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Simulation.Scenarios;

/// <summary>Compares what a story expects with what is so: one sentence for every difference.</summary>
internal static class ScenarioComparison
{
    public static IEnumerable<string> Of(ScenarioStage stage, ScenarioExpectation expected) =>
        [
            .. State(stage, expected),
            .. Reached(stage, expected),
            .. Order(stage, expected),
            .. Waiting(stage, expected),
            .. Variables(stage, expected),
            .. Messages(stage, expected),
            .. Clocks(stage, expected),
        ];

    private static IEnumerable<string> State(ScenarioStage stage, ScenarioExpectation expected)
    {
        var state = Name(stage.State);
        if (expected.State is { } wanted && wanted != state)
        {
            var why = string.Join(" ", stage.State.Incidents.Items.ToArray().Select(incident => incident.Message));
            yield return $"The state is {state}, not {wanted}. {why}".TrimEnd();
        }
    }

    private static IEnumerable<string> Reached(ScenarioStage stage, ScenarioExpectation expected)
    {
        foreach (var element in expected.Reached.Concat(expected.NotReached))
        {
            var reached = stage.Entered.Contains(element);
            if (reached != expected.Reached.Contains(element))
            {
                yield return reached ? $"'{element}' was reached, and was not to be." : $"'{element}' was not reached.";
            }
        }
    }

    private static IEnumerable<string> Order(ScenarioStage stage, ScenarioExpectation expected)
    {
        var from = 0;
        foreach (var element in expected.Order)
        {
            var place = stage.Entered.IndexOf(element, from);
            if (place < 0)
            {
                yield return $"'{element}' was not reached in its order; the order was {string.Join(", ", stage.Entered)}.";
                yield break;
            }

            from = place + 1;
        }
    }

    private static IEnumerable<string> Waiting(ScenarioStage stage, ScenarioExpectation expected)
    {
        if (expected.Waiting is not { } wanted)
        {
            yield break;
        }

        var waiting = stage
            .State.Elements.Items.ToArray()
            .Where(instance => instance is { Inner: null, Incident: null })
            .Select(instance => instance.Element.Id)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (!waiting.SequenceEqual(wanted.Order(StringComparer.Ordinal), StringComparer.Ordinal))
        {
            yield return $"Waiting are [{string.Join(", ", waiting)}], not [{string.Join(", ", wanted)}].";
        }
    }

    private static IEnumerable<string> Variables(ScenarioStage stage, ScenarioExpectation expected)
    {
        foreach (var (name, json) in expected.Variables)
        {
            stage.State.Root.Variables.TryGetValue(name, out var value);
            var wanted = FeelJson.Parse(json.GetRawText());
            if (!value.Equals(wanted))
            {
                yield return $"The variable '{name}' is {value}, not {wanted}.";
            }
        }
    }

    private static IEnumerable<string> Messages(ScenarioStage stage, ScenarioExpectation expected)
    {
        if (expected.Messages is { } wanted && !stage.Messages.SequenceEqual(wanted, StringComparer.Ordinal))
        {
            yield return $"The messages thrown are [{string.Join(", ", stage.Messages)}], not [{string.Join(", ", wanted)}].";
        }
    }

    private static IEnumerable<string> Clocks(ScenarioStage stage, ScenarioExpectation expected)
    {
        foreach (var (id, day) in expected.Clocks)
        {
            var clock = stage.State.Clocks.FirstOrDefault(clock => clock?.Id == id);
            if (clock?.Dates.DueDay != day)
            {
                yield return clock is null
                    ? $"The clock '{id}' has not started."
                    : $"The clock '{id}' ends on {clock.Dates.DueDay:yyyy-MM-dd}, not on {day:yyyy-MM-dd}.";
            }
        }
    }

    private static string Name(ProcessInstanceState state) =>
        state switch
        {
            { Status: InstanceStatus.Completed } => "completed",
            { Status: InstanceStatus.Terminated } => "terminated",
            { Status: InstanceStatus.Canceled } => "canceled",
            { Incidents.Count: > 0 } => "incident",
            _ => "waiting",
        };
}
