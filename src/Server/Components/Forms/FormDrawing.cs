using Approvals.Server.Components.ErrorSummary;
using Approvals.Server.Texts;
using Approvals.Workflow.Forms;
using Approvals.Workflow.Forms.Writing;

namespace Approvals.Server.Components.Forms;

/// <summary>Turns a page of a form into its view: what is hidden is left out, what was posted is shown again.</summary>
public sealed class FormDrawing(ITexts texts)
{
    private readonly FormWords words = new(texts);

    public FormsView Draw(FormPage page)
    {
        var hidden = FormValidator.Hidden(page.Form, page.Known);
        var fields = new FieldDrawing(page, words);
        var items = Items(page.Form.Items, page, hidden, fields);
        var errors = (page.Outcome?.Errors ?? []).Select(error => new FieldError(
            FieldError.IdOf(error.Field),
            words.Summary(page.Form.Field(error.Field)!, error)
        ));
        return new(items, [.. errors]);
    }

    private List<FormItemView> Items(
        IEnumerable<FormItem> items,
        FormPage page,
        IReadOnlySet<FormItem> hidden,
        FieldDrawing fields
    )
    {
        var views = new List<FormItemView>();
        foreach (var item in items.Where(i => !hidden.Contains(i)))
        {
            if (item is FormGroup group)
            {
                var inner = Items(group.Items, page, hidden, fields);
                if (inner.Count > 0)
                {
                    views.Add(new GroupView(words.Of(group.Label), group.Outline, inner));
                }
            }
            else if (page.Options.Step is null || item.Step == page.Options.Step)
            {
                if (View(item, fields) is { } view)
                {
                    views.Add(view);
                }
            }
        }

        return views;
    }

    /// <summary>Computed values and empty room are not shown: the theme keeps its own distances.</summary>
    private FormItemView? View(FormItem item, FieldDrawing fields) =>
        item switch
        {
            FormField field => fields.Draw(field),
            FormParagraph paragraph => Paragraph(paragraph),
            FormSeparator => new SeparatorView(),
            _ => null,
        };

    private ParagraphView Paragraph(FormParagraph paragraph) =>
        new(SafeHtml.Of(paragraph, texts.Language), words.Of(paragraph.Text).Language);
}
