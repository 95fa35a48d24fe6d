using System.CommandLine;
using Approvals.Kernel.Blobs;
using Approvals.Kernel.Folders;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Store;
using Approvals.Kernel.Store.Sqlite;
using Approvals.Server.Storage;
using Approvals.Server.Transparency;

namespace Approvals.Server.Cli;

/// <summary>
/// <c>approvals verify</c>: refolds the journal and compares with every table derived from it, and every document with its
/// digest. Reads only; a server may go on running.
/// </summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var data = CommandLine.DataOption();
        var json = CommandLine.JsonOption();
        var command = new Command(
            "verify",
            "Refold the journal, compare it with the tables, and compare every document with its digest."
        )
        {
            data,
            json,
        };
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
        var records = Check("The journal", faults, () => JournalVerifier.Verify(session, faults.Add));
        using var refold = PlatformRefold.Open(session);
        _ = Check("The tables", faults, () => refold.Fold(faults.Add));
        var rows = refold.Tables.ToDictionary(
            table => table.Name,
            table => Check($"The table {table.Name}", faults, () => refold.Compare(table, faults.Add)),
            StringComparer.Ordinal
        );
        var blobs = new FolderBlobStore(folder.Blobs);
        var documents = Check("The documents", faults, () => DocumentCheck.Verify(session, blobs, faults.Add));
        var log = new LogFolder(folder.Within("log"));
        var published = Check("The published log", faults, () => PublishedLeaves.Verify(session, log, faults.Add));
        session.RunScript("COMMIT");
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync(fault);
        }

        await CommandLine.SayAsync(
            json,
            $"{records} journal records, {rows.Values.Sum()} rows of {rows.Count} tables, {documents} documents, {published} published leaves: {faults.Count} differences.",
            new
            {
                records,
                tables = rows,
                documents,
                published,
                faults,
            }
        );
        return faults.Count == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    /// <summary>Bytes that can't even be read are a finding like any other: the rest is compared all the same.</summary>
    private static long Check(string what, List<string> faults, Func<long> verify)
    {
        try
        {
            return verify();
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            faults.Add($"{what} can't be compared any further: {broken.Message}");
            return 0;
        }
    }
}
