using System.CommandLine;
using Approvals.Kernel.Folders;
using Approvals.Server.Operations;

namespace Approvals.Server.Cli;

/// <summary>
/// What the commands that operate on a data folder have in common: <c>--data</c> and <c>--json</c>, and the way of their operation to
/// the folder or the server that holds it.
/// </summary>
internal static class WorkflowOperation
{
    /// <param name="read">The operation as it was typed, or a sentence and the exit code when it makes no sense.</param>
    public static Command Create(
        Command command,
        Func<ParseResult, CancellationToken, Task<(Operation? Operation, string? Problem)>> read
    )
    {
        var data = CommandLine.DataOption();
        var json = new Option<bool>("--json") { Description = "JSON lines: one object per line of the result." };
        command.Add(data);
        command.Add(json);
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var (operation, problem) = await read(parsed, cancellation);
                return operation is null
                    ? await CommandLine.FailAsync(problem!, CommandLine.Usage)
                    : await RunAsync(
                        new DataFolder(parsed.GetRequiredValue(data).FullName),
                        operation,
                        parsed.GetValue(json),
                        cancellation
                    );
            }
        );
        return command;
    }

    public static Command Create(Command command, Func<ParseResult, Operation> read) =>
        Create(command, (parsed, _) => Task.FromResult<(Operation?, string?)>((read(parsed), null)));

    public static Option<string?> ProcessOption() =>
        new("--process") { Description = "Id of a process.", HelpName = "ID" };

    public static Option<string?> ElementOption() =>
        new("--element") { Description = "Id of an element.", HelpName = "ID" };

    public static Option<string?> VariablesOption() =>
        new("--variables") { Description = "Variables, a JSON object.", HelpName = "JSON" };

    public static Argument<long> InstanceArgument() => new("INSTANCE") { Description = "Key of a process instance." };

    public static Option<string> ReasonOption() =>
        new("--reason")
        {
            Description = "Why; it is written into the journal.",
            HelpName = "TEXT",
            Required = true,
        };

    public static Option<FileInfo> PlanOption(string shape) =>
        new("--plan")
        {
            Description = $"A file with {shape}.",
            HelpName = "FILE",
            Required = true,
        };

    public static Option<bool> DryRunOption() =>
        new("--dry-run") { Description = "Say what would happen and change nothing." };

    /// <summary>The text of a file, or a sentence why there is none.</summary>
    public static async Task<(string? Text, string? Problem)> ReadAsync(FileInfo file, CancellationToken cancellation)
    {
        try
        {
            return (await File.ReadAllTextAsync(file.FullName, cancellation), null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return (null, $"{file.Name} can't be read: {failure.Message}");
        }
    }

    private static async Task<int> RunAsync(
        DataFolder folder,
        Operation operation,
        bool json,
        CancellationToken cancellation
    )
    {
        var answer = await OperationRoute.RunAsync(folder, operation, cancellation);
        foreach (var line in answer.Lines)
        {
            await CommandLine.SayAsync(json, line.Sentence, line.Result);
        }

        return answer.Failure is { } failure ? await CommandLine.FailAsync(failure) : CommandLine.Done;
    }
}
