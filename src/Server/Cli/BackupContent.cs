using Approvals.Kernel.Folders;

namespace Approvals.Server.Cli;

/// <summary>
/// What a backup holds, by its name in the archive: the databases, the instant of a manual clock, blobs and keys. Nothing else
/// is written into one, and nothing else is taken out of one.
/// </summary>
internal static class BackupContent
{
    public const string Platform = "platform.db";

    public static readonly IReadOnlyList<string> Databases = [Platform, "identity.db"];
    private const string Clock = "clock";
    private static readonly string[] Folders = ["blobs", "keys"];

    public static bool Holds(string name) =>
        Databases.Contains(name, StringComparer.Ordinal)
        || name == Clock
        || (
            Folders.Contains(name.Split('/')[0], StringComparer.Ordinal)
            && name.Split('/') is [_, _, ..] parts
            && parts.All(IsPlain)
        );

    /// <summary>The files of a data folder beside its databases. Those that a server is just writing are left out.</summary>
    public static IEnumerable<(string Path, string Name)> FilesOf(DataFolder folder)
    {
        var clock = folder.Within(Clock);
        return Folders
            .Select(folder.Within)
            .Where(Directory.Exists)
            .SelectMany(path => Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories))
            .Where(path => !IsUnfinished(folder, path))
            .Concat(File.Exists(clock) ? [clock] : [])
            .Select(path => (path, Path.GetRelativePath(folder.Path, path).Replace('\\', '/')));
    }

    private static bool IsPlain(string part) => part is not ("" or "." or "..");

    /// <summary>A blob stands in a folder of its own once it is whole; key files get their name when they are whole.</summary>
    private static bool IsUnfinished(DataFolder folder, string path) =>
        Path.GetDirectoryName(path) == folder.Blobs || Path.GetExtension(path) is ".new" or ".tmp";
}
