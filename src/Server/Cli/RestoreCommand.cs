using System.CommandLine;
using System.Formats.Tar;
using System.IO.Compression;
using Approvals.Kernel.Folders;

namespace Approvals.Server.Cli;

/// <summary>
/// <c>approvals restore FILE</c>: unpacks a backup beside the target and renames at the end, so that a restore that stops
/// half-way leaves no half platform. Whatever a backup of ours can't hold is refused, wherever the file came from.
/// </summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A backup." };
        var data = CommandLine.DataOption();
        var json = CommandLine.JsonOption();
        var command = new Command("restore", "Restore a backup into an empty or new data folder.") { file, data, json };
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
        if (!File.Exists(file))
        {
            return await CommandLine.FailAsync($"There is no file {file}.");
        }

        if (File.Exists(folder.Path))
        {
            return await CommandLine.FailAsync($"{folder.Path} is a file, not a folder.");
        }

        if (Directory.Exists(folder.Path) && Directory.EnumerateFileSystemEntries(folder.Path).Any())
        {
            return await CommandLine.FailAsync(
                $"{folder.Path} is not empty. Restore into a new folder, then change over."
            );
        }

        var beside = new DataFolder(Path.TrimEndingDirectorySeparator(folder.Path) + ".restoring");
        if (Directory.Exists(beside.Path))
        {
            Directory.Delete(beside.Path, recursive: true);
        }

        beside.Create();
        try
        {
            var (files, refusal) = await UnpackAsync(file, beside, cancellation);
            if (refusal is not null)
            {
                return await CommandLine.FailAsync($"{file} is no backup of ours: {refusal}");
            }

            if (Directory.Exists(folder.Path))
            {
                Directory.Delete(folder.Path);
            }

            Directory.Move(beside.Path, folder.Path);
            await CommandLine.SayAsync(
                json,
                $"Restored {files} files into {folder.Path}. Check them with: approvals verify --data {folder.Path}",
                new { data = folder.Path, files }
            );
            return CommandLine.Done;
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return await CommandLine.FailAsync($"The restore failed and left nothing: {failure.Message}");
        }
        finally
        {
            if (Directory.Exists(beside.Path))
            {
                Directory.Delete(beside.Path, recursive: true);
            }
        }
    }

    /// <summary>The number of files, or why this is no backup.</summary>
    private static async Task<(int Files, string? Refusal)> UnpackAsync(
        string file,
        DataFolder target,
        CancellationToken cancellation
    )
    {
        var files = 0;
        await using var input = File.OpenRead(file);
        await using var unpacked = new GZipStream(input, CompressionMode.Decompress);
        await using var tar = new TarReader(unpacked);
        while (await tar.GetNextEntryAsync(cancellationToken: cancellation) is { } entry)
        {
            // Links, devices and names that lead out of the folder end here: only these names, only plain files.
            if (
                entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)
                || !BackupContent.Holds(entry.Name)
            )
            {
                return (files, $"it holds {entry.Name}.");
            }

            await WriteAsync(entry, target.Within(entry.Name), cancellation);
            files++;
        }

        return File.Exists(target.Database) ? (files, null) : (files, $"it holds no {BackupContent.Platform}.");
    }

    /// <summary>As a new file of its owner alone, whatever mode the archive asks for.</summary>
    private static async Task WriteAsync(TarEntry entry, string path, CancellationToken cancellation)
    {
        new DataFolder(Path.GetDirectoryName(path)!).Create();
        await using var output = new FileStream(path, DurableFile.OptionsForOwner(FileMode.CreateNew));
        if (entry.DataStream is { } content)
        {
            await content.CopyToAsync(output, cancellation);
        }

        output.Flush(flushToDisk: true);
    }
}
