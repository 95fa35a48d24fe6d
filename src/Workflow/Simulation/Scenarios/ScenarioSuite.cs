using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Kernel.Calendar;
using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Bpmn.Rules;

namespace Approvals.Workflow.Simulation.Scenarios;

/// <summary>Tells the stories of scenario files: <c>approvals workflow test</c>.</summary>
public static class ScenarioSuite
{
    public const string Pattern = "*.scenario.json";

    /// <summary>
    /// Runs one file. <paramref name="readModel"/> gives the text of the model that the file names, or null when there is none;
    /// <paramref name="decisions"/> are the texts of the DMN files beside it.
    /// </summary>
    public static ScenarioReport Run(
        string file,
        string json,
        Func<string, string?> readModel,
        IReadOnlyCollection<string> decisions,
        WorkingCalendar calendar
    )
    {
        ScenarioFile? scenarios;
        try
        {
            scenarios = JsonSerializer.Deserialize(json, ScenarioJson.Default.ScenarioFile);
        }
        catch (JsonException error)
        {
            return Refused(file, $"The file is no scenario file: {error.Message}");
        }

        if (scenarios is null)
        {
            return Refused(file, "The file is empty.");
        }

        if (readModel(scenarios.Model) is not { } xml)
        {
            return Refused(file, $"There is no model '{scenarios.Model}' beside the file.");
        }

        var reading = BpmnReader.Read(xml, BpmnRules.Running);
        if (reading.Definitions is not { } definitions)
        {
            var first = reading.Problems[0];
            return Refused(file, $"{scenarios.Model}:{first.Line}:{first.Column}: {first.Message}");
        }

        if (Choose(definitions, scenarios.Process) is not { } process)
        {
            return Refused(
                file,
                scenarios.Process is { } named
                    ? $"The model has no process '{named}'."
                    : "The model has not exactly one executable process; name one."
            );
        }

        return Run(file, scenarios, definitions, process, new FileDecisions(decisions), calendar);
    }

    private static ScenarioReport Run(
        string file,
        ScenarioFile scenarios,
        Definitions definitions,
        ProcessDefinition process,
        FileDecisions decisions,
        WorkingCalendar calendar
    )
    {
        var results = scenarios
            .Scenarios.Select(scenario => ScenarioRun.Of(scenario, definitions, process, decisions, calendar))
            .ToImmutableArray();
        var reached = results.SelectMany(result => result.Elements).ToHashSet(StringComparer.Ordinal);
        var never = process.Elements.Select(element => element.Id).Where(id => !reached.Contains(id));
        return new(file, null, results, [.. never]);
    }

    private static ScenarioReport Refused(string file, string problem) => new(file, problem, [], []);

    private static ProcessDefinition? Choose(Definitions definitions, string? id)
    {
        if (id is not null)
        {
            return definitions.Find(id);
        }

        var executable = definitions.Processes.Where(process => process.IsExecutable).ToList();
        return executable.Count == 1 ? executable[0]
            : definitions.Processes.Length == 1 ? definitions.Processes[0]
            : null;
    }
}
