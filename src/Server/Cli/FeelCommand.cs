using System.CommandLine;
using Approvals.Kernel.Calendar;
using Approvals.Workflow.Feel;

namespace Approvals.Server.Cli;

/// <summary><c>approvals feel "EXPR"</c>: the value of an expression.</summary>
internal static class FeelCommand
{
    public static Command Create()
    {
        var text = new Argument<string>("EXPR") { Description = "A FEEL expression." };
        var context = new Option<string?>("--context")
        {
            Description = "The names it can use, a JSON object.",
            HelpName = "JSON",
        };
        var json = CommandLine.JsonOption();
        var command = new Command("feel", "Evaluate a FEEL expression.") { text, context, json };
        command.SetAction(
            (parsed, _) => RunAsync(parsed.GetRequiredValue(text), parsed.GetValue(context), parsed.GetValue(json))
        );
        return command;
    }

    private static async Task<int> RunAsync(string text, string? context, bool json)
    {
        if (ResultJson.ReadContext(context) is not { } names)
        {
            return await CommandLine.FailAsync("The context is no JSON object.", CommandLine.Usage);
        }

        var compilation = FeelExpression.Compile(text, [.. names.Select(entry => entry.Key)]);
        if (compilation.Expression is not { } expression)
        {
            var fault = compilation.Diagnostics[0];
            if (json)
            {
                await Console.Out.WriteLineAsync(
                    ResultJson.Write(writer => ResultJson.WriteDiagnostics(writer, compilation.Diagnostics))
                );
            }

            return await CommandLine.FailAsync($"{fault.Message} (at character {fault.Position + 1})");
        }

        var environment = new FeelEnvironment
        {
            Now = TimeProvider.System.GetUtcNow(),
            Calendar = HolidayFiles.Load(Path.Combine(AppContext.BaseDirectory, "data", "holidays")),
        };
        var value = expression.Evaluate(new ContextScope(names), environment);
        if (json)
        {
            await Console.Out.WriteLineAsync(
                ResultJson.Write(writer =>
                {
                    ResultJson.WriteValue(writer, value);
                    ResultJson.WriteDiagnostics(writer, environment.Diagnostics);
                })
            );
            return CommandLine.Done;
        }

        await Console.Out.WriteLineAsync(value.ToString());
        foreach (var diagnostic in environment.Diagnostics)
        {
            await Console.Error.WriteLineAsync($"{diagnostic.Message} (at character {diagnostic.Position + 1})");
        }

        return CommandLine.Done;
    }
}
