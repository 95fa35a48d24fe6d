using System.CommandLine;
using Approvals.Kernel.Calendar;
using Approvals.Workflow.Dmn;
using Approvals.Workflow.Feel;

namespace Approvals.Server.Cli;

/// <summary><c>approvals dmn eval</c>: one decision of a file, for given inputs.</summary>
internal static class DmnEvalCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A DMN file; imports are found beside it." };
        var decision = new Option<string>("--decision")
        {
            Description = "Id or name of a decision, decision service or knowledge model.",
            HelpName = "NAME",
            Required = true,
        };
        var input = new Option<string?>("--input")
        {
            Description = "Inputs by name, a JSON object; texts become the dates and durations their types ask for.",
            HelpName = "JSON",
        };
        var explain = new Option<bool>("--explain") { Description = "Say which rules matched, and why." };
        var json = CommandLine.JsonOption();
        var command = new Command("eval", "Evaluate a decision of a DMN file.")
        {
            file,
            decision,
            input,
            explain,
            json,
        };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    parsed.GetRequiredValue(file),
                    parsed.GetRequiredValue(decision),
                    parsed.GetValue(input),
                    parsed.GetValue(explain),
                    parsed.GetValue(json),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        FileInfo file,
        string decision,
        string? input,
        bool explain,
        bool json,
        CancellationToken cancellation
    )
    {
        if (!file.Exists)
        {
            return await CommandLine.FailAsync($"There is no file {file.FullName}.");
        }

        if (ResultJson.ReadContext(input) is not { } inputs)
        {
            return await CommandLine.FailAsync("The inputs are no JSON object.", CommandLine.Usage);
        }

        var reading = await DmnFile.ReadAsync(file, cancellation);
        if (reading.Definitions is null)
        {
            var problem = reading.Problems[0];
            return await CommandLine.FailAsync($"{file.Name}({problem.Line},{problem.Column}): {problem.Message}");
        }

        var model = DecisionModel.Compile(reading.Definitions);
        if (model.Find(decision) is not { } target)
        {
            var names = string.Join(", ", model.Definitions.Decisions.Select(each => $"'{each.Name}'"));
            return await CommandLine.FailAsync($"{file.Name} has no decision '{decision}'; it has {names}.");
        }

        var environment = new FeelEnvironment
        {
            Now = TimeProvider.System.GetUtcNow(),
            Calendar = HolidayFiles.Load(Path.Combine(AppContext.BaseDirectory, "data", "holidays")),
        };
        var result = target.Evaluate(target.ReadInputs(inputs), environment, explain);
        await Console.Out.WriteLineAsync(json ? Json(target, result) : Plain(result));
        return CommandLine.Done;
    }

    /// <summary>The result as JSON, here and in the designer.</summary>
    public static string Json(Invocable target, DecisionResult result) =>
        ResultJson.Write(writer =>
        {
            writer.WriteString("decision", target.Name);
            ResultJson.WriteValue(writer, result.Value);
            ResultJson.WriteDiagnostics(writer, result.Diagnostics);
            if (result.Explanation is { } explanation)
            {
                writer.WritePropertyName("explanation");
                writer.WriteRawValue(explanation.ToJson());
            }
        });

    private static string Plain(DecisionResult result)
    {
        var lines = new List<string> { result.Value.ToString() };
        foreach (var decision in result.Explanation?.Decisions ?? [])
        {
            lines.Add($"{decision.Name} = {decision.Value}");
            foreach (var table in decision.Tables)
            {
                var inputs = table.Inputs.Select(each => $"{each.Name} = {each.Value}");
                lines.Add($"  {table.HitPolicy} table: {string.Join(", ", inputs)}");
                lines.AddRange(table.Rules.Select(rule => $"    rule {rule.Number} gives {rule.Output}"));
            }
        }

        lines.AddRange(result.Diagnostics.Select(each => $"{each.Code}: {each.Message}"));
        return string.Join('\n', lines);
    }
}
