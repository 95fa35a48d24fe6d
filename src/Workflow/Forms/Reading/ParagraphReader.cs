namespace Approvals.Workflow.Forms.Reading;

internal static class ParagraphReader
{
    public static FormParagraph Read(Component component) =>
        component.Type is "html"
            ? new(component.Id, component.Local("content", "text")) { IsHtml = true }
            : new(component.Id, component.Local("text", "text"));
}
