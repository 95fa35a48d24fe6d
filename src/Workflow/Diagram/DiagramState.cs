namespace Approvals.Workflow.Diagram;

/// <summary>How far an element of a running instance is.</summary>
public enum Progress
{
    /// <summary>Completed: jade, with a check.</summary>
    Done,

    /// <summary>Holds a token now: ink border, red dot on its upper edge.</summary>
    Now,

    /// <summary>May still come.</summary>
    Todo,

    /// <summary>Will not come any more, or was not needed: dashed.</summary>
    Skipped,
}

/// <summary>
/// The state of one element, with short lines of text that stand under it (<c>09-17 窗口 12 林晓芸</c>,
/// <c>停表 8 个工作日</c>) and, for several instances at once, how many tokens it holds.
/// </summary>
public sealed record ElementState(Progress Progress, params IReadOnlyList<string> Captions)
{
    public int Tokens { get; init; } = 1;
}

/// <summary>
/// Where an instance is. With no element named, the picture shows the bare process; otherwise elements that aren't
/// named are still to come. <see cref="Captions"/> stand under elements of a bare process (<c>2 天</c>).
/// </summary>
/// <param name="Title">Short name of the picture for those who can't see it, e.g. 流程图：公共场所卫生许可.</param>
/// <param name="Sentence">The same facts as the picture, in one sentence.</param>
public sealed record DiagramState(string Title, string Sentence = "")
{
    public static readonly DiagramState None = new("");

    public IReadOnlyDictionary<string, ElementState> Elements { get; init; } =
        new Dictionary<string, ElementState>(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Captions { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Ids of the sequence flows that a token has passed.</summary>
    public IReadOnlySet<string> TakenFlows { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The progress of an element; null when the picture shows no instance.</summary>
    public Progress? Of(string element) =>
        Elements.TryGetValue(element, out var state) ? state.Progress
        : Elements.Count == 0 ? null
        : Progress.Todo;

    public IReadOnlyList<string> CaptionsOf(string element) =>
        Elements.TryGetValue(element, out var state) && state.Captions.Count > 0 ? state.Captions
        : Captions.TryGetValue(element, out var captions) ? captions
        : [];
}

/// <summary>How a picture is written.</summary>
public sealed record DiagramOptions
{
    public static readonly DiagramOptions Page = new();

    /// <summary>A file of its own, with namespace, colours and rules inside.</summary>
    public static readonly DiagramOptions Standalone = new() { EmbedStyle = true };

    /// <summary>A thumbnail: names stay, captions, labels of flows and task markers go.</summary>
    public bool Compact { get; init; }

    /// <summary>Write the rules of <see cref="DiagramStyle"/> into the picture instead of leaving them to the page.</summary>
    public bool EmbedStyle { get; init; }

    /// <summary>The small drawings in the corner of tasks that tell their kind; the public does without.</summary>
    public bool TaskMarkers { get; init; } = true;

    /// <summary>Prefix of the ids of title and description; must be unique on the page.</summary>
    public string IdPrefix { get; init; } = "proc";

    /// <summary>Further classes of the root element, e.g. <c>wide</c>.</summary>
    public string Classes { get; init; } = "";

    /// <summary>Space around the drawing in DI units.</summary>
    public double Padding { get; init; } = 16;
}
