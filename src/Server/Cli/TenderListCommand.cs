using System.CommandLine;
using System.Text.Json;
using Approvals.Kernel.Folders;
using Approvals.Kernel.Store.Sqlite;
using Approvals.Server.Reads.Tenders;

namespace Approvals.Server.Cli;

/// <summary><c>approvals tender list</c>: a line per tender, also while a server runs.</summary>
internal static class TenderListCommand
{
    public static Command Create()
    {
        var data = CommandLine.DataOption();
        var json = new Option<bool>("--json") { Description = "A JSON object per tender, one a line." };
        var command = new Command("list", "Every tender with its kind and state.") { data, json };
        command.SetAction(
            (parsed, _) => RunAsync(new DataFolder(parsed.GetRequiredValue(data).FullName), parsed.GetValue(json))
        );
        return command;
    }

    private static async Task<int> RunAsync(DataFolder folder, bool json)
    {
        if (!File.Exists(folder.Database))
        {
            return await CommandLine.FailAsync($"There is no platform in {folder.Path}.");
        }

        using var session = SqliteSession.OpenReader(folder.Database);
        foreach (var line in TenderListQuery.Read(session, isPublicOnly: false))
        {
            var (kind, state) = (Word(line.Kind), Word(line.Stage));
            await CommandLine.SayAsync(
                json,
                $"{line.Number}  {state, -11} {kind, -12} {line.Title}",
                new
                {
                    id = line.Number,
                    title = line.Title,
                    kind,
                    state,
                    deadline = line.Deadline,
                }
            );
        }

        return CommandLine.Done;
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
