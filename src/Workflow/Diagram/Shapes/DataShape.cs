namespace Approvals.Workflow.Diagram.Shapes;

/// <summary>Data objects, inputs, outputs and stores (BPMN 2.0 §10.4.1).</summary>
internal static class DataShape
{
    private const string Bars = "M-4-4V4M0-4V4M4-4V4";
    private const string Arrow = "M-6-2.5H1V-5.5L7 0 1 5.5V2.5H-6Z";

    public static void Draw(Picture picture, DiagramNode node)
    {
        var box = node.Bounds;
        picture.Svg.Cover(box);
        picture.Open(node.Id, node.Colours);
        if (node.Kind is NodeKind.DataStore)
        {
            DrawStore(picture, node, box);
        }
        else
        {
            DrawPage(picture, node, box);
        }

        picture.Close();
    }

    private static void DrawPage(Picture picture, DiagramNode node, Box box)
    {
        var fold = Math.Min(10, Math.Min(box.Width, box.Height) / 3);
        var progress = picture.Class(node.Id);
        picture.Svg.Add(
            $"""<path class="k{progress}" d="M{box.X} {box.Y}H{box.Right - fold}L{box.Right} {box.Y + fold}V{box.Bottom}H{box.X}Z"/>"""
        );
        picture.Svg.Add(
            $"""<path class="k in{progress}" d="M{box.Right - fold} {box.Y}V{box.Y + fold}H{box.Right}"/>"""
        );
        if (node.Kind is NodeKind.DataInput or NodeKind.DataOutput)
        {
            var solid = node.Kind is NodeKind.DataOutput ? " solid" : "";
            picture.Glyph(Arrow, new(box.X + 12, box.Y + 11), 1, " fine" + solid + progress);
        }

        if (node.Collection)
        {
            picture.Glyph(Bars, new(box.CenterX, box.Bottom - 8), 1, " fine" + progress);
        }
    }

    private static void DrawStore(Picture picture, DiagramNode node, Box box)
    {
        var progress = picture.Class(node.Id);
        var (radius, rise) = (box.Width / 2, Math.Min(7, box.Height / 5));
        picture.Svg.Add(
            $"""<path class="k{progress}" d="M{box.X} {box.Y + rise}A{radius} {rise} 0 0 1 {box.Right} {box.Y + rise}V{box.Bottom - rise}A{radius} {rise} 0 0 1 {box.X} {box.Bottom - rise}Z"/>"""
        );
        foreach (var level in (double[])[rise, rise * 1.9])
        {
            picture.Svg.Add(
                $"""<path class="k in{progress}" d="M{box.X} {box.Y + level}A{radius} {rise} 0 0 0 {box.Right} {box.Y + level}"/>"""
            );
        }
    }
}
