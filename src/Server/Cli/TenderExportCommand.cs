using System.CommandLine;
using Approvals.Bidding.Export;
using Approvals.Bidding.Handling;
using Approvals.Bidding.Sealing.Record;
using Approvals.Kernel.Blobs;
using Approvals.Kernel.Folders;
using Approvals.Kernel.Store.Sqlite;

namespace Approvals.Server.Cli;

/// <summary><c>approvals tender export</c>: an ended tender as one file that <c>approvals tender verify</c> proves again without a network.</summary>
internal static class TenderExportCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The tender's number." };
        var file = new Argument<FileInfo>("FILE") { Description = "Where the export is written." };
        var data = CommandLine.DataOption();
        var json = CommandLine.JsonOption();
        var command = new Command("export", "Write an opened or failed tender to a file for offline verification.")
        {
            id,
            file,
            data,
            json,
        };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    parsed.GetRequiredValue(id),
                    parsed.GetRequiredValue(file),
                    new DataFolder(parsed.GetRequiredValue(data).FullName),
                    parsed.GetValue(json),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string id,
        FileInfo file,
        DataFolder folder,
        bool json,
        CancellationToken cancellation
    )
    {
        if (!File.Exists(folder.Database))
        {
            return await CommandLine.FailAsync($"There is no platform in {folder.Path}.");
        }

        if (file.Directory is not { Exists: true })
        {
            return await CommandLine.FailAsync($"There is no folder {file.DirectoryName}.");
        }

        using var session = SqliteSession.OpenReader(folder.Database);
        if (LoadedTender.Find(session, id)?.State is not { } tender)
        {
            return await CommandLine.FailAsync(
                $"There is no tender {id}. 'approvals tender list' shows what there is."
            );
        }

        var record = new TenderRecords().Read(session, tender.Record);
        if (record.Phase < RecordPhase.Opened)
        {
            return await CommandLine.FailAsync($"{id} isn't opened yet; nothing of it leaves before.");
        }

        var export = Exports.Of(session, new FolderBlobStore(folder.Blobs), tender, record);
        var bytes = ExportCodec.Write(export);
        await File.WriteAllBytesAsync(file.FullName, bytes, cancellation);
        var signatures = export.Signatures.Length;
        await CommandLine.SayAsync(
            json,
            $"{id}: {bytes.Length} bytes with {signatures} of 2 signatures in {file.FullName}.",
            new
            {
                id,
                file = file.FullName,
                bytes = bytes.Length,
                signatures,
            }
        );
        return CommandLine.Done;
    }
}
