using Approvals.Workflow.Diagram.Labels;
using Approvals.Workflow.Diagram.Shapes;

namespace Approvals.Workflow.Diagram.Layout;

/// <summary>How large a shape is drawn when its author didn't say: activities grow with their names.</summary>
internal static class ShapeSizes
{
    public const double Boundary = 26;
    private const double LeastTask = 96;
    private const double MostTask = 150;
    private const double LabelWidth = 96;

    public static (double Width, double Height) Of(DiagramNode node)
    {
        if (node.Kind.IsActivity())
        {
            return Activity(node);
        }

        if (node.Kind.IsEvent())
        {
            return (30, 30);
        }

        return node.Kind switch
        {
            NodeKind.Conversation or NodeKind.SubConversation or NodeKind.CallConversation => (46, 40),
            NodeKind.Pool => (160, 60),
            NodeKind.DataStore => (46, 40),
            NodeKind.TextAnnotation => Note(node),
            _ when node.Kind.IsData() => (34, 44),
            _ => (40, 40),
        };
    }

    /// <summary>Width and height of the name beside an event, gateway or data object; zero for shapes that bear it inside.</summary>
    public static (double Width, double Height) Label(DiagramNode node)
    {
        if (node.Kind.IsActivity() || node.Name.Length == 0)
        {
            return default;
        }

        var lines = TextWrapping.Wrap(node.Name, LabelWidth, Picture.SubSize, 3);
        return lines.Count == 0
            ? default
            : (lines.Max(l => TextMeasure.Width(l, Picture.SubSize)), (lines.Count * Picture.SubLine) + 6);
    }

    private static (double Width, double Height) Activity(DiagramNode node)
    {
        var name = TextMeasure.Width(node.Name, Picture.NameSize);
        var lines = Math.Max(1, Math.Ceiling(name / (MostTask - 16)));
        var width = Math.Clamp(Math.Ceiling(((name / lines) + 40) / 4) * 4, LeastTask, MostTask);
        var wrapped = TextWrapping.Wrap(node.Name, width - 12, Picture.NameSize, 4).Count;
        var foot =
            node.Markers != ActivityMarkers.None || node.Kind.IsContainer() || node.Kind is NodeKind.CallActivity
                ? 16
                : 0;
        var bands = node.Kind.IsChoreography() ? node.Participants.Count * ChoreographyShape.BandHeight : 0;
        var widest = node
            .Participants.Select(p => TextMeasure.Width(p, Picture.TightSize) + 16)
            .DefaultIfEmpty(0)
            .Max();
        return (
            Math.Max(width, Math.Min(widest, MostTask + 30)),
            48 + (Math.Max(0, wrapped - 1) * Picture.NameLine) + foot + bands
        );
    }

    private static (double Width, double Height) Note(DiagramNode node)
    {
        var lines = TextWrapping.Wrap(node.Name, 140, Picture.SubSize, 12);
        return (150, (Math.Max(1, lines.Count) * Picture.SubLine) + 6);
    }
}
