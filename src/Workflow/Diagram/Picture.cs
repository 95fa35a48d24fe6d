using Approvals.Workflow.Diagram.Shapes;

namespace Approvals.Workflow.Diagram;

/// <summary>What every shape needs while one picture is written.</summary>
internal sealed class Picture(DiagramState state, DiagramOptions options)
{
    public const double NameSize = 15;
    public const double NameLine = 20;
    public const double TightSize = 13;
    public const double TightLine = 17;
    public const double SubSize = 12.5;
    public const double SubLine = 18;

    public SvgWriter Svg { get; } = new();

    public DiagramState State { get; } = state;

    public DiagramOptions Options { get; } = options;

    /// <summary>The author's colours used so far, each as rules for a class of its own.</summary>
    public ColourClasses Colours { get; } = new();

    /// <summary>Begins the group of an element; it is closed by <see cref="Close"/>.</summary>
    public void Open(string element, DiagramColours colours = default)
    {
        var shown = Options.FileColours && State.IsBare ? colours.Readable : default;
        if (shown.IsEmpty)
        {
            Svg.Add($"""<g data-id="{element}">""");
        }
        else
        {
            Svg.Add($"""<g data-id="{element}" class="{Colours.ClassOf(shown)}">""");
        }
    }

    public void Close() => Svg.Raw("</g>\n");

    /// <summary>The classes that show how far an element is and how much happens there, with a leading space; empty on a bare process.</summary>
    public string Class(string element) =>
        Class(State.Of(element))
        + (State.Loads.TryGetValue(element, out var load) ? HeatClass(load.Heat) : "")
        + MarkClass(element);

    /// <summary>The class of what differs from another version, with a leading space; empty for what is the same.</summary>
    public string MarkClass(string element) =>
        State.Marks.TryGetValue(element, out var mark)
            ? mark switch
            {
                ElementMark.Added => " added",
                ElementMark.Changed => " changed",
                _ => " removed",
            }
            : "";

    /// <inheritdoc cref="Class(string)"/>
    public static string Class(Progress? progress) =>
        progress switch
        {
            Progress.Done => " done",
            Progress.Now => " now",
            Progress.Todo => " todo",
            Progress.Skipped => " skip",
            _ => "",
        };

    /// <summary>Five steps of depth; none below the first.</summary>
    private static string HeatClass(double heat) =>
        heat > 0 ? " h" + SvgWriter.Number(Math.Clamp(Math.Ceiling(heat * 5), 1, 5)) : "";

    /// <summary>What comes and what was skipped is written in the second ink, what runs now is bold.</summary>
    public string NameClass(string element) =>
        State.Of(element) switch
        {
            Progress.Todo or Progress.Skipped => "todo",
            Progress.Now => "now",
            _ => "",
        };

    /// <summary>One line of text; <paramref name="anchor"/> is an SVG text-anchor.</summary>
    public void Line(string text, double x, double baseline, string classes, string anchor = "middle")
    {
        if (classes.Length > 0)
        {
            Svg.Add($"""<text class="{classes}" x="{x}" y="{baseline}" text-anchor="{anchor}">{text}</text>""");
        }
        else
        {
            Svg.Add($"""<text x="{x}" y="{baseline}" text-anchor="{anchor}">{text}</text>""");
        }
    }

    /// <summary>A glyph drawn around (0,0) for a frame of the given size, moved and scaled to where it belongs.</summary>
    public void Glyph(string path, Point center, double scale, string classes) =>
        Svg.Add(
            $"""<path class="gl{classes}" transform="translate({center.X} {center.Y}) scale({scale})" d="{path}"/>"""
        );
}
