using System.CommandLine;
using System.CommandLine.Invocation;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Approvals.Server.Cli;

/// <summary>
/// The commands of <c>approvals</c>. Exit codes: 0 it is done, 1 it is not, 2 it was asked for in a way that makes no sense.
/// What went wrong is one sentence on stderr; with <c>--json</c> the result on stdout is one JSON object.
/// </summary>
public static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Usage = 2;

    private const string DebugVariable = "APPROVALS_DEBUG";

    /// <summary>How long a server may take to finish what it is doing when it is told to stop.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(30);

    // An argument may start with `@`: FEEL's dates do. None names a file of further arguments.
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = CreateRoot().Parse(args, Parsing);
        if (parsed.Action is ParseErrorAction)
        {
            var command = CommandReference.PathOf(parsed.CommandResult.Command);
            return await FailAsync(
                $"{OneLine(parsed.Errors[0].Message)} 'approvals {command}--help' shows what there is.",
                Usage
            );
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = LongestStop,
                }
            );
        }
        catch (OperationCanceledException)
        {
            return await FailAsync("Stopped before it was done.");
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The sentence is for whoever runs the command; the trace for whoever mends the program asks for it.
            return Environment.GetEnvironmentVariable(DebugVariable) is { Length: > 0 }
                ? await FailAsync(failure.ToString())
                : await FailAsync($"approvals failed: {OneLine(failure.Message)}");
        }
    }

    /// <summary>The whole tree of commands.</summary>
    public static RootCommand CreateRoot() =>
        new("Approvals: an online approval platform with a workflow engine of its own.")
        {
            ServeCommand.Create(),
            ClockCommand.Create(),
            CalendarCommand.Create(),
            WorkflowCommand.Create(),
            DmnCommand.Create(),
            FeelCommand.Create(),
            SeedCommand.Create(),
            VerifyCommand.Create(),
            LogCommand.Create(),
            EraseCommand.Create(),
            CaCommand.Create(),
            LicenceCommand.Create(),
            BackupCommand.Create(),
            RestoreCommand.Create(),
            TenderCommand.Create(),
            DocsCommand.Create(),
        };

    /// <summary><c>--data DIR</c>, the folder of everything the platform keeps.</summary>
    internal static Option<DirectoryInfo> DataOption() =>
        new("--data")
        {
            Description = "The data folder.",
            HelpName = "DIR",
            DefaultValueFactory = _ => new DirectoryInfo(".data"),
        };

    /// <summary><c>--json</c>, the same on every command that has a result.</summary>
    internal static Option<bool> JsonOption() => new("--json") { Description = "The result as one JSON object." };

    /// <summary>Says on stdout what a command did: the sentence, or the result as one line of JSON.</summary>
    internal static Task SayAsync(bool json, string sentence, object result) =>
        Console.Out.WriteLineAsync(json ? JsonSerializer.Serialize(result, Json) : sentence);

    /// <summary>Says on stderr why a command did not succeed, and gives its exit code.</summary>
    internal static async Task<int> FailAsync(string sentence, int code = Failed)
    {
        await Console.Error.WriteLineAsync(sentence);
        return code;
    }

    private static string OneLine(string message) =>
        string.Join(' ', message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
