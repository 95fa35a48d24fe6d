namespace Approvals.Workflow.Diagram.Shapes;

/// <summary>Conversations: hexagons, with a thick border when another one is called, with a plus when there is more inside (BPMN 2.0 §9.4).</summary>
internal static class ConversationShape
{
    private const string Plus = "M-5-5H5V5H-5ZM-3 0H3M0-3V3";

    public static void Draw(Picture picture, DiagramNode node)
    {
        var box = node.Bounds;
        var slant = Math.Min(box.Width / 4, box.Height / 2);
        var classes = (node.Kind is NodeKind.CallConversation ? " thick" : "") + picture.Class(node.Id);
        picture.Svg.Cover(box.Inflate(1));
        picture.Open(node.Id, node.Colours);
        picture.Svg.Add(
            $"""<path class="k{classes}" d="M{box.X} {box.CenterY}L{box.X + slant} {box.Y}H{box.Right - slant}L{box.Right} {box.CenterY} {box.Right - slant} {box.Bottom}H{box.X + slant}Z"/>"""
        );
        if (node.Kind is NodeKind.SubConversation)
        {
            picture.Glyph(Plus, new(box.CenterX, box.Bottom - 9), 1, " fine" + picture.Class(node.Id));
        }

        picture.Close();
    }
}
