namespace Approvals.Workflow.Diagram;

/// <summary>
/// The one look of the process picture, as CSS: <c>diagram.css</c> beside this file, which the theme of the pages uses too and
/// supplies the colours of as custom properties; a file of its own carries both.
/// </summary>
public static class DiagramStyle
{
    private static readonly (string Name, string Value)[] Theme =
    [
        ("sheet", "#fff"),
        ("paper-2", "#f3efe5"),
        ("rule", "#ddd6c6"),
        ("ink", "#14233b"),
        ("ink-2", "#435069"),
        ("edge", "#7c8596"),
        ("seal", "#b4231b"),
        ("jade", "#23704f"),
        ("jade-soft", "#ddede4"),
        ("amber-fill", "#dfa02b"),
        (
            "sans",
            "\"PingFang SC\",\"HarmonyOS Sans SC\",\"Microsoft YaHei\",\"Noto Sans CJK SC\",\"Source Han Sans SC\",sans-serif"
        ),
    ];

    /// <summary>Rules for everything under <c>.proc</c>: k shape, f flow, ah arrow head, gl glyph, sub small text, tok token.</summary>
    public static string Rules { get; } = Read();

    /// <summary>
    /// The same with the colours and the face of a file of its own (paper, ink, seal and jade of the platform's theme)
    /// put in: few programs but browsers know custom properties.
    /// </summary>
    public static string Standalone { get; } = Resolved();

    private static string Resolved() =>
        Theme.Aggregate(
            Rules,
            (rules, each) => rules.Replace($"var(--{each.Name})", each.Value, StringComparison.Ordinal)
        );

    private static string Read()
    {
        using var stream = typeof(DiagramStyle).Assembly.GetManifestResourceStream(
            "Approvals.Workflow.Diagram.diagram.css"
        )!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().TrimEnd();
    }
}
