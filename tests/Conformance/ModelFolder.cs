namespace Approvals.Conformance.Tests;

/// <summary>The models beside this file: <c>models/AREA/NAME.bpmn</c>, each with <c>NAME.expected</c>.</summary>
internal static class ModelFolder
{
    public static string Path { get; } = System.IO.Path.Combine(FindRoot(), "tests", "Conformance", "models");

    /// <summary><c>AREA/NAME</c> of every file with the extension, in order.</summary>
    public static IEnumerable<string> Names(string extension) =>
        Directory
            .EnumerateFiles(Path, "*" + extension, SearchOption.AllDirectories)
            .Select(file =>
                System
                    .IO.Path.GetRelativePath(Path, file)[..^extension.Length]
                    .Replace(System.IO.Path.DirectorySeparatorChar, '/')
            )
            .Order(StringComparer.Ordinal);

    public static string Xml(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name + ".bpmn"));

    public static string Expected(string name) => File.ReadAllText(System.IO.Path.Combine(Path, name + ".expected"));

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(at.FullName, "Approvals.sln")))
        {
            at = at.Parent ?? throw new DirectoryNotFoundException("The tests run outside of their repository.");
        }

        return at.FullName;
    }
}
