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
/// What many instances do at one element or flow: a badge with how many tokens are there (or passed), short text that
/// stands under it (<c>中位 2.5 天</c>), and how deep it is shaded.
/// </summary>
public sealed record ElementLoad(long Count, string? Text = null)
{
    /// <summary>0 (not shaded) to 1; what it measures is the caller's choice. Shading never stands without a number.</summary>
    public double Heat { get; init; }
}

/// <summary>What became of an element or flow between two versions.</summary>
public enum ElementMark
{
    Added,
    Changed,
    Removed,
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

    /// <summary>What happens at elements and flows over many instances, by id; drawn on top of whatever else is shown.</summary>
    public IReadOnlyDictionary<string, ElementLoad> Loads { get; init; } =
        new Dictionary<string, ElementLoad>(StringComparer.Ordinal);

    /// <summary>What differs from another version, by id of elements and flows: a coloured border and a sign beside it.</summary>
    public IReadOnlyDictionary<string, ElementMark> Marks { get; init; } =
        new Dictionary<string, ElementMark>(StringComparer.Ordinal);

    /// <summary>Shows the process alone.</summary>
    internal bool IsBare => Elements.Count == 0 && Loads.Count == 0 && Marks.Count == 0;

    /// <summary>The progress of an element; null when the picture shows no instance.</summary>
    public Progress? Of(string element) =>
        Elements.TryGetValue(element, out var state) ? state.Progress
        : Elements.Count == 0 ? null
        : Progress.Todo;

    public IReadOnlyList<string> CaptionsOf(string element) =>
        Loads.TryGetValue(element, out var load) && load.Text is { Length: > 0 } text
            ? [.. OwnCaptionsOf(element), text]
            : OwnCaptionsOf(element);

    private IReadOnlyList<string> OwnCaptionsOf(string element) =>
        Elements.TryGetValue(element, out var state) && state.Captions.Count > 0 ? state.Captions
        : Captions.TryGetValue(element, out var captions) ? captions
        : [];
}

/// <summary>How a picture is written.</summary>
public sealed record DiagramOptions
{
    public static readonly DiagramOptions Page = new();

    /// <summary>A file of its own, with namespace, colours and rules inside.</summary>
    public static readonly DiagramOptions Standalone = new() { EmbedStyle = true, FileColours = true };

    /// <summary>A thumbnail: names stay, captions, labels of flows and task markers go.</summary>
    public bool Compact { get; init; }

    /// <summary>Write the rules of <see cref="DiagramStyle"/> into the picture instead of leaving them to the page.</summary>
    public bool EmbedStyle { get; init; }

    /// <summary>Show the colours of the file where they can be read, see <see cref="DiagramColours"/>.</summary>
    public bool FileColours { get; init; }

    /// <summary>The small drawings in the corner of tasks that tell their kind; the public does without.</summary>
    public bool TaskMarkers { get; init; } = true;

    /// <summary>Prefix of the ids of title and description; must be unique on the page.</summary>
    public string IdPrefix { get; init; } = "proc";

    /// <summary>Further classes of the root element, e.g. <c>wide</c>.</summary>
    public string Classes { get; init; } = "";

    /// <summary>Space around the drawing in DI units.</summary>
    public double Padding { get; init; } = 16;
}
