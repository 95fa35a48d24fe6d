using System.CommandLine;
using System.Formats.Tar;
using System.IO.Compression;
using Approvals.Kernel.Folders;
using Approvals.Kernel.Store;
using Approvals.Kernel.Store.Sqlite;

namespace Approvals.Server.Cli;

/// <summary>
/// <c>approvals backup FILE</c> and <c>restore FILE</c>: one compressed tar of the databases (each a consistent copy), then
/// blobs and keys. The server may go on running during a backup: blobs are immutable and older than what refers to them.
/// </summary>
internal static class BackupCommand
{
    private static readonly string[] Databases = ["platform.db", "identity.db"];
    private static readonly string[] Folders = ["blobs", "keys"];
    private static readonly string[] Files = ["clock"];

    public static Command CreateBackup()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The backup to write, a .tar.gz." };
        var data = CommandLine.DataOption();
        var command = new Command("backup", "Write a backup of the data folder.") { file, data };
        command.SetAction(
            (parsed, cancellation) =>
                BackupAsync(
                    parsed.GetRequiredValue(file).FullName,
                    new DataFolder(parsed.GetRequiredValue(data).FullName),
                    cancellation
                )
        );
        return command;
    }

    public static Command CreateRestore()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A backup." };
        var data = CommandLine.DataOption();
        var command = new Command("restore", "Restore a backup into an empty data folder.") { file, data };
        command.SetAction(
            (parsed, cancellation) =>
                RestoreAsync(
                    parsed.GetRequiredValue(file).FullName,
                    new DataFolder(parsed.GetRequiredValue(data).FullName),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> BackupAsync(string file, DataFolder folder, CancellationToken cancellation)
    {
        if (!File.Exists(folder.Database))
        {
            return await CommandLine.FailAsync($"There is no platform in {folder.Path}.");
        }

        if (File.Exists(file))
        {
            return await CommandLine.FailAsync($"{file} exists already. Choose another name.");
        }

        var work = Directory.CreateTempSubdirectory("approvals-backup-").FullName;
        var unfinished = file + ".unfinished";
        try
        {
            await using (var output = new FileStream(unfinished, DurableFile.OptionsForOwner(FileMode.Create)))
            {
                await using (var packed = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true))
                await using (var tar = new TarWriter(packed))
                {
                    foreach (var database in Databases.Where(name => File.Exists(folder.Within(name))))
                    {
                        var copy = Path.Combine(work, database);
                        using (var session = SqliteSession.OpenReader(folder.Within(database)))
                        {
                            session.RunScript("PRAGMA query_only = 0");
                            session.Execute(new SqlText("VACUUM INTO ?1"), copy);
                        }

                        await tar.WriteEntryAsync(copy, database, cancellation);
                    }

                    foreach (var (path, name) in FilesOf(folder))
                    {
                        await tar.WriteEntryAsync(path, name, cancellation);
                    }
                }

                output.Flush(flushToDisk: true);
            }

            File.Move(unfinished, file);
            await Console.Out.WriteLineAsync($"{file}: {new FileInfo(file).Length} bytes.");
            return 0;
        }
        catch (Exception failure) when (failure is StoreException or IOException or UnauthorizedAccessException)
        {
            return await CommandLine.FailAsync($"The backup failed and was not kept: {failure.Message}");
        }
        finally
        {
            File.Delete(unfinished);
            Directory.Delete(work, recursive: true);
        }
    }

    private static IEnumerable<(string Path, string Name)> FilesOf(DataFolder folder)
    {
        var inFolders = Folders
            .Select(folder.Within)
            .Where(Directory.Exists)
            .SelectMany(path => Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories));
        return Files
            .Select(folder.Within)
            .Where(File.Exists)
            .Concat(inFolders)
            .Select(path => (path, Path.GetRelativePath(folder.Path, path)));
    }

    private static async Task<int> RestoreAsync(string file, DataFolder folder, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            return await CommandLine.FailAsync($"There is no file {file}.");
        }

        if (Directory.Exists(folder.Path) && Directory.EnumerateFileSystemEntries(folder.Path).Any())
        {
            return await CommandLine.FailAsync(
                $"{folder.Path} is not empty. Restore into a new folder, then change over."
            );
        }

        // Unpacked beside the target and renamed at the end: a restore that stops half-way leaves no half platform.
        var beside = folder.Path.TrimEnd(Path.DirectorySeparatorChar) + ".restoring";
        if (Directory.Exists(beside))
        {
            Directory.Delete(beside, recursive: true);
        }

        new DataFolder(beside).Create();
        try
        {
            await using var input = File.OpenRead(file);
            await using var unpacked = new GZipStream(input, CompressionMode.Decompress);
            await using var tar = new TarReader(unpacked);
            while (await tar.GetNextEntryAsync(cancellationToken: cancellation) is { } entry)
            {
                var target = Path.GetFullPath(Path.Combine(beside, entry.Name));
                if (!target.StartsWith(beside + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                {
                    return await CommandLine.FailAsync($"{file} is no backup of ours: it holds {entry.Name}.");
                }

                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                await entry.ExtractToFileAsync(target, overwrite: false, cancellation);
            }

            if (!File.Exists(Path.Combine(beside, "platform.db")))
            {
                return await CommandLine.FailAsync($"{file} is no backup of ours: it holds no platform.db.");
            }

            if (Directory.Exists(folder.Path))
            {
                Directory.Delete(folder.Path);
            }

            Directory.Move(beside, folder.Path);
            await Console.Out.WriteLineAsync($"Restored into {folder.Path}.");
            return 0;
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return await CommandLine.FailAsync($"The restore failed: {failure.Message}");
        }
        finally
        {
            if (Directory.Exists(beside))
            {
                Directory.Delete(beside, recursive: true);
            }
        }
    }
}
