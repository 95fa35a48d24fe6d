namespace Approvals.Workflow.Diagram.Shapes;

/// <summary>The marks at the foot of an activity: loop, instances, compensation, ad-hoc, and the plus of a closed sub-process.</summary>
internal static class ActivityFoot
{
    private const double Step = 18;
    private const string Loop = "M-1.5 5H-4.5V2M-4.5 5A5.6 5.6 0 1 1 1 5.6";
    private const string Parallel = "M-4-5V5M0-5V5M4-5V5";
    private const string Sequential = "M-5-4H5M-5 0H5M-5 4H5";
    private const string Compensation = "M0-4.5V4.5L-6 0ZM6-4.5V4.5L0 0Z";
    private const string AdHoc = "M-6 1.5C-4-3.5-1.5-2.5 0 0 1.5 2.5 4 3.5 6-1.5";
    private const string Plus = "M-6-6H6V6H-6ZM-3.5 0H3.5M0-3.5V3.5";

    /// <summary>True when something was drawn there.</summary>
    public static bool Draw(Picture picture, DiagramNode node)
    {
        var marks = Marks(node).ToList();
        var x = node.Bounds.CenterX - ((marks.Count - 1) * Step / 2);
        foreach (var mark in marks)
        {
            picture.Glyph(mark, new(x, node.Bounds.Bottom - 10), 1, " fine" + picture.Class(node.Id));
            x += Step;
        }

        return marks.Count > 0;
    }

    private static IEnumerable<string> Marks(DiagramNode node)
    {
        if (node.Kind.IsSubProcess() && !node.Expanded)
        {
            yield return Plus;
        }

        if (node.Markers.HasFlag(ActivityMarkers.Loop))
        {
            yield return Loop;
        }

        if (node.Markers.HasFlag(ActivityMarkers.ParallelInstances))
        {
            yield return Parallel;
        }

        if (node.Markers.HasFlag(ActivityMarkers.SequentialInstances))
        {
            yield return Sequential;
        }

        if (node.Markers.HasFlag(ActivityMarkers.Compensation))
        {
            yield return Compensation;
        }

        if (node.Kind is NodeKind.AdHocSubProcess)
        {
            yield return AdHoc;
        }
    }
}
