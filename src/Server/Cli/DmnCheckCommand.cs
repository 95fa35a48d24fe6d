using System.CommandLine;
using System.Text.Json;
using Approvals.Workflow.Dmn;
using Approvals.Workflow.Dmn.Checking;

namespace Approvals.Server.Cli;

/// <summary><c>approvals dmn check</c>: what is wrong with a file, and gaps, overlaps and unreachable rules of its tables.</summary>
internal static class DmnCheckCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A DMN file; imports are found beside it." };
        var json = CommandLine.JsonOption();
        var command = new Command(
            "check",
            "Check a DMN file: its problems, and gaps, overlaps and unreachable rules of its tables."
        )
        {
            file,
            json,
        };
        command.SetAction(
            (parsed, cancellation) => RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(json), cancellation)
        );
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, bool json, CancellationToken cancellation)
    {
        if (!file.Exists)
        {
            return await CommandLine.FailAsync($"There is no file {file.FullName}.");
        }

        var reading = await DmnFile.ReadAsync(file, cancellation);
        var model = reading.Definitions is null ? null : DecisionModel.Compile(reading.Definitions);
        List<DmnProblem> problems = [.. reading.Problems, .. model?.Problems ?? []];
        var tables = model?.CheckTables() ?? [];
        await Console.Out.WriteLineAsync(json ? Json(problems, tables) : Plain(file, problems, tables));
        return problems.Count == 0 && tables.All(table => table.Findings.Count == 0)
            ? CommandLine.Done
            : CommandLine.Failed;
    }

    private static string Plain(FileInfo file, List<DmnProblem> problems, IReadOnlyList<TableCheck> tables)
    {
        var lines = problems
            .Select(each => $"{file.Name}({each.Line},{each.Column}): {each.Message} [{each.Rule}]")
            .ToList();
        foreach (var table in tables)
        {
            foreach (var finding in table.Findings)
            {
                var example = string.Join(", ", finding.Example.Select(each => $"{each.Name} = {each.Value}"));
                var at = $"{file.Name}({table.Line},{table.Column}): {table.Element}";
                lines.Add($"{at}: {finding.Message}{(example.Length == 0 ? "" : $" Example: {example}.")}");
            }

            if (table.Undecided is { } reason)
            {
                lines.Add($"{file.Name}({table.Line},{table.Column}): {table.Element}: {reason}");
            }
        }

        return lines.Count == 0 ? $"{file.Name}: nothing to complain of." : string.Join('\n', lines);
    }

    /// <summary>The result as JSON, here and in the designer.</summary>
    public static string Json(IReadOnlyList<DmnProblem> problems, IReadOnlyList<TableCheck> tables) =>
        ResultJson.Write(json =>
        {
            json.WriteBoolean("valid", problems.Count == 0);
            json.WriteStartArray("problems");
            foreach (var problem in problems)
            {
                json.WriteStartObject();
                json.WriteString("rule", problem.Rule);
                json.WriteString("element", problem.ElementId);
                json.WriteNumber("line", problem.Line);
                json.WriteNumber("column", problem.Column);
                json.WriteString("message", problem.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("tables");
            foreach (var table in tables)
            {
                Write(json, table);
            }

            json.WriteEndArray();
        });

    private static void Write(Utf8JsonWriter json, TableCheck table)
    {
        json.WriteStartObject();
        json.WriteString("decision", table.Element);
        json.WriteString("id", table.TableId);
        json.WriteNumber("line", table.Line);
        json.WriteNumber("column", table.Column);
        json.WriteString("undecided", table.Undecided);
        json.WriteStartArray("findings");
        foreach (var finding in table.Findings)
        {
            json.WriteStartObject();
            json.WriteString("kind", finding.Kind.ToString().ToLowerInvariant());
            json.WriteStartArray("rules");
            foreach (var rule in finding.Rules)
            {
                json.WriteNumberValue(rule);
            }

            json.WriteEndArray();
            json.WriteStartObject("example");
            foreach (var input in finding.Example)
            {
                json.WriteString(input.Name, input.Value);
            }

            json.WriteEndObject();
            json.WriteString("message", finding.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
