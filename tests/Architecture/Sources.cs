using System.Runtime.CompilerServices;

namespace Approvals.Architecture.Tests;

/// <summary>One file of the repository: its path from the root, with slashes, and its lines.</summary>
public sealed record SourceFile(string Path, string[] Lines)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Text => string.Join('\n', Lines);

    public bool IsIn(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);
}

/// <summary>The sources as they stand in the working tree, without what is built, generated or installed.</summary>
public static class Sources
{
    private static readonly string[] Skipped =
    [
        "bin",
        "obj",
        "node_modules",
        "dist",
        "artifacts",
        "TestResults",
        ".git",
        ".data",
    ];

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../.."));

    public static IReadOnlyList<SourceFile> CSharp { get; } =
    [.. Read("src", ".cs"), .. Read("tests", ".cs"), .. Read("perf", ".cs")];

    /// <summary>Everything a person writes by hand: code, pages, styles, scripts, shell.</summary>
    public static IReadOnlyList<SourceFile> Written { get; } =
    [
        .. CSharp,
        .. Read("src", ".cshtml"),
        .. Read("src", ".scss"),
        .. Read("src", ".ts"),
        .. Read("src", ".mjs"),
        .. Read("src", ".sql"),
        .. Read("perf", ".sh"),
    ];

    private static IEnumerable<SourceFile> Read(string folder, string extension) =>
        Walk(new DirectoryInfo(Path.Combine(Root, folder)))
            .Where(file => file.Extension == extension)
            .OrderBy(file => file.FullName, StringComparer.Ordinal)
            .Select(file => new SourceFile(
                Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'),
                File.ReadAllLines(file.FullName)
            ));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) =>
        folder.Exists
            ? folder
                .EnumerateFiles()
                .Concat(
                    folder
                        .EnumerateDirectories()
                        .Where(inner => !Skipped.Contains(inner.Name, StringComparer.Ordinal))
                        .SelectMany(Walk)
                )
            : [];

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
