using System.CommandLine;
using System.Text.Json;
using Approvals.Cases.Handling;
using Approvals.Kernel.Folders;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Store.Sqlite;
using Approvals.Workflow.Runtime;

namespace Approvals.Server.Cli;

/// <summary><c>approvals verify</c>: refolds the journal and compares with every table derived from it. Reads only.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var data = CommandLine.DataOption();
        var json = new Option<bool>("--json") { Description = "The result as one JSON object." };
        var command = new Command("verify", "Refold the journal and compare it with the tables.") { data, json };
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
        var faults = new List<string>();
        // One snapshot for all comparisons, while a server may go on writing.
        session.RunScript("BEGIN");
        var records = JournalVerifier.Verify(session, faults.Add);
        var instances = new InstanceVerifier(new DefinitionCache()).Verify(session, faults.Add);
        var cases = CaseVerifier.Verify(session, faults.Add);
        session.RunScript("COMMIT");
        if (json)
        {
            var result = new
            {
                records,
                instances,
                cases,
                faults,
            };
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(result));
        }
        else
        {
            foreach (var fault in faults)
            {
                await Console.Error.WriteLineAsync(fault);
            }

            await Console.Out.WriteLineAsync(
                $"{records} journal records, {instances} process instances, {cases} cases: {faults.Count} differences."
            );
        }

        return faults.Count == 0 ? 0 : 1;
    }
}
