namespace Approvals.Workflow.Diagram.Shapes;

/// <summary>The small drawing in the upper left corner that tells the kind of a task (BPMN 2.0 table 10.3 ff.).</summary>
internal static class TaskGlyph
{
    private const string User = "M-6 6.5V4.2C-6 1.6-3.6.6-2.2.3 A3.6 3.6 0 1 1 2.2.3 C3.6.6 6 1.6 6 4.2V6.5Z";

    private const string Envelope = "M-7-4.5H7V4.5H-7ZM-7-4.5 0 .8 7-4.5";
    private const string EnvelopeBody = "M-7-4.5H7V4.5H-7Z";
    private const string EnvelopeFlap = "M-7-4.5 0 .8 7-4.5";

    private const string Script =
        "M-4.5-6.5H5.5C2.5-4.3 2.5-2.2 4-.3 5.5 1.8 5.5 4.2 3.5 6.5H-6.5C-3.8 4.2-4 1.9-5.3-.1-6.7-2.4-6.8-4.3-4.5-6.5ZM-3.3-3.3H1M-2.8-.2H2M-2.3 3.1H2.3";

    private const string Table = "M-7-5.5H7V5.5H-7ZM-7-2H7M-7 1.8H7M-2.5-2V5.5";

    private const string Hand =
        "M-6.5-1.5-2.3-5.3C-1-6.3.2-4.9-.8-3.9L-2-2.8H5.6C7-2.8 7-.9 5.6-.9H2.3M5.3-.9C6.7-.9 6.7 1 5.3 1H2.3M4.8 1C6.1 1 6.1 2.9 4.8 2.9H2.2M4.1 2.9C5.3 2.9 5.3 4.6 4.1 4.6H-3.6L-6.5 3.2Z";

    /// <summary>True when something was drawn there.</summary>
    public static bool Draw(Picture picture, DiagramNode node)
    {
        if (picture.Options.Compact || !picture.Options.TaskMarkers)
        {
            return false;
        }

        var center = new Point(node.Bounds.X + 13, node.Bounds.Y + 12);
        var classes = " fine" + picture.Class(node.Id);
        switch (node.Called ?? node.Kind)
        {
            case NodeKind.SubProcess when node.TriggeredByEvent && node.Trigger is not EventTrigger.None:
                EventShape.DrawSmall(picture, node, new(node.Bounds.X + 15, node.Bounds.Y + 14));
                return true;
            case NodeKind.UserTask:
                picture.Glyph(User, center, 0.9, classes);
                return true;
            case NodeKind.ManualTask:
                picture.Glyph(Hand, center, 1, classes);
                return true;
            case NodeKind.ScriptTask:
                picture.Glyph(Script, center, 0.95, classes);
                return true;
            case NodeKind.BusinessRuleTask:
                picture.Glyph(Table, center, 0.95, classes);
                return true;
            case NodeKind.ServiceTask:
                picture.Glyph(Gear, center, 0.95, classes);
                return true;
            case NodeKind.ReceiveTask when node.Instantiates:
                picture.Glyph("M9.5 0A9.5 9.5 0 1 1-9.5 0 9.5 9.5 0 1 1 9.5 0Z", center, 0.95, classes);
                picture.Glyph(Envelope, center, 0.7, classes);
                return true;
            case NodeKind.ReceiveTask:
                picture.Glyph(Envelope, center, 0.95, classes);
                return true;
            case NodeKind.SendTask:
                picture.Glyph(EnvelopeBody, center, 0.95, " solid" + classes);
                picture.Glyph(EnvelopeFlap, center, 0.95, " cut" + classes);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Eight teeth around a hub, computed once.</summary>
    private static readonly string Gear = GearPath();

    private static string GearPath()
    {
        const int teeth = 8;
        var points = new List<string>();
        for (var i = 0; i < teeth; i++)
        {
            var middle = Math.Tau * i / teeth;
            foreach (var (turn, radius) in ((double, double)[])[(-0.27, 4.9), (-0.19, 6.8), (0.19, 6.8), (0.27, 4.9)])
            {
                var angle = middle + turn;
                points.Add(
                    $"{SvgWriter.Number(radius * Math.Cos(angle))} {SvgWriter.Number(radius * Math.Sin(angle))}"
                );
            }
        }

        return "M" + string.Join("L", points) + "ZM2.2 0A2.2 2.2 0 1 1-2.2 0 2.2 2.2 0 1 1 2.2 0Z";
    }
}
