namespace Approvals.Workflow.Dmn.Tck;

/// <summary>A file of the kit: its path below the kit's folder, with `/`, and how to get its text.</summary>
public sealed record TckSource(string Path, Func<string> Read)
{
    public string Folder => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.LastIndexOf('/')] : "";

    public string File => Path[(Path.LastIndexOf('/') + 1)..];
}

/// <summary>Skipped are only cases that need a Java function.</summary>
public enum TckVerdict
{
    Success,
    Error,
    Skipped,
}

/// <summary>
/// The outcome of one `testCase`, as the kit's own reports name it: folder, file without `.xml`, id of the case. The message
/// says what was expected and what came out.
/// </summary>
public sealed record TckOutcome(string Folder, string File, string CaseId, TckVerdict Verdict, string Message)
{
    /// <summary>A row of the kit's CSV.</summary>
    public string ToCsv() =>
        string.Join(
            ',',
            Quote(Folder),
            Quote(File),
            Quote(CaseId),
            Quote(Verdict.ToString().ToUpperInvariant()),
            Quote(Message)
        );

    private static string Quote(string text) =>
        $"\"{text.ReplaceLineEndings(" ").Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
