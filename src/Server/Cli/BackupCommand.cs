using System.CommandLine;
using System.Formats.Tar;
using System.IO.Compression;
using Approvals.Kernel.Folders;
using Approvals.Kernel.Store;
using Approvals.Kernel.Store.Sqlite;

namespace Approvals.Server.Cli;

/// <summary>
/// <c>approvals backup FILE</c>: one compressed tar of the databases (each a consistent copy), then blobs and keys. The server
/// may go on running: blobs are immutable and older than what refers to them.
/// </summary>
internal static class BackupCommand
{
    private static readonly SqlText CopyInto = new("VACUUM INTO ?1");

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE")
        {
            Description = "The backup to write, a .tar.gz. It must not exist.",
        };
        var data = CommandLine.DataOption();
        var json = CommandLine.JsonOption();
        var command = new Command("backup", "Write a backup of the data folder; the server may go on running.")
        {
            file,
            data,
            json,
        };
        command.SetAction(
            (parsed, cancellation) =>
                RunAsync(
                    parsed.GetRequiredValue(file).FullName,
                    new DataFolder(parsed.GetRequiredValue(data).FullName),
                    parsed.GetValue(json),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(string file, DataFolder folder, bool json, CancellationToken cancellation)
    {
        if (!File.Exists(folder.Database))
        {
            return await CommandLine.FailAsync($"There is no platform in {folder.Path}.");
        }

        if (File.Exists(file) || Directory.Exists(file))
        {
            return await CommandLine.FailAsync($"{file} exists already. Choose another name.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(file)))
        {
            return await CommandLine.FailAsync(
                $"There is no folder {Path.GetDirectoryName(file)} to write the backup to."
            );
        }

        var unfinished = file + ".unfinished";
        try
        {
            await WriteAsync(unfinished, folder, cancellation);
            File.Move(unfinished, file);
            DurableFile.SyncFolder(Path.GetDirectoryName(file)!);
        }
        catch (Exception failure) when (failure is StoreException or IOException or UnauthorizedAccessException)
        {
            return await CommandLine.FailAsync($"The backup failed and was not kept: {failure.Message}");
        }
        finally
        {
            File.Delete(unfinished);
        }

        var bytes = new FileInfo(file).Length;
        await CommandLine.SayAsync(json, $"{file}: {bytes} bytes.", new { file, bytes });
        return CommandLine.Done;
    }

    private static async Task WriteAsync(string path, DataFolder folder, CancellationToken cancellation)
    {
        // Beside the backup, where there is room for it anyway; the temporary folder may be small.
        var copy = path + ".db";
        try
        {
            await using var output = new FileStream(path, DurableFile.OptionsForOwner(FileMode.Create));
            await using (var packed = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true))
            await using (var tar = new TarWriter(packed))
            {
                foreach (var name in BackupContent.Databases.Where(name => File.Exists(folder.Within(name))))
                {
                    CopyDatabase(folder.Within(name), copy);
                    await tar.WriteEntryAsync(copy, name, cancellation);
                    File.Delete(copy);
                }

                foreach (var (file, name) in BackupContent.FilesOf(folder))
                {
                    await tar.WriteEntryAsync(file, name, cancellation);
                }
            }

            output.Flush(flushToDisk: true);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    /// <summary>One snapshot, without the journal file of the writer: turns go on being committed meanwhile.</summary>
    private static void CopyDatabase(string database, string copy)
    {
        // SQLite fills an empty file that is there already, which therefore is the owner's alone from the start.
        new FileStream(copy, DurableFile.OptionsForOwner(FileMode.Create)).Dispose();
        using var session = SqliteSession.OpenReader(database);
        session.RunScript("PRAGMA query_only = 0");
        session.Execute(CopyInto, copy);
    }
}
