using System.CommandLine;

namespace Approvals.Server.Cli;

/// <summary>
/// The commands of <c>approvals</c>. Each answers with exit code 0 only on success, says what went wrong in a sentence on
/// stderr, and writes JSON with <c>--json</c>.
/// </summary>
public static class CommandLine
{
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Approvals: an online approval platform with a workflow engine of its own.")
        {
            ServeCommand.Create(),
            ClockCommand.Create(),
            WorkflowCommand.Create(),
            VerifyCommand.Create(),
            BackupCommand.CreateBackup(),
            BackupCommand.CreateRestore(),
        };
        return root.Parse(args).InvokeAsync();
    }

    /// <summary><c>--data DIR</c>, the folder of everything the platform keeps.</summary>
    public static Option<DirectoryInfo> DataOption() =>
        new("--data") { Description = "The data folder.", DefaultValueFactory = _ => new DirectoryInfo(".data") };

    /// <summary>Says on stderr why a command did not succeed, and gives its exit code.</summary>
    public static async Task<int> FailAsync(string sentence, int code = 1)
    {
        await Console.Error.WriteLineAsync(sentence);
        return code;
    }
}
