namespace Approvals.Workflow.Diagram.Shapes;

/// <summary>The marks at the foot of an activity: loop, instances, compensation, ad-hoc, and the plus of a closed sub-process.</summary>
internal static class ActivityFoot
{
    private const double Step = 18;
    private const string Loop = "M-4.2 4.2A5.6 5.6 0 1 1-1.2 5.6M-8 4.6-4.2 4.2-3.9 .4";
    private const string Parallel = "M-4-5V5M0-5V5M4-5V5";
    private const string Sequential = "M-5-4H5M-5 0H5M-5 4H5";
    private const string Compensation = "M0-4.5V4.5L-6 0ZM6-4.5V4.5L0 0Z";
    private const string AdHoc = "M-7 2C-5-3.5-2-3 0 0 2 3 5 3.5 7-2";
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
        if (HasMoreInside(node))
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

    /// <summary>A closed sub-process, or a call of a process; a call of a global task looks like the task.</summary>
    private static bool HasMoreInside(DiagramNode node) =>
        !node.Expanded
        && (
            node.Kind.IsContainer()
            || node.Kind is NodeKind.CallChoreography
            || node is { Kind: NodeKind.CallActivity, Called: null }
        );
}
