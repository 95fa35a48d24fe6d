using Approvals.Workflow.Forms;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>One page of the application form, counted from 1.</summary>
/// <param name="Group">The group that is the whole page: its label is the page's title, so it needs no legend.</param>
public sealed record ApplyStep(
    int Number,
    string Name,
    LocalText Title,
    FormGroup? Group,
    IReadOnlyList<FormField> Fields
)
{
    /// <summary>The fields a browser's word counts for.</summary>
    public IEnumerable<FormField> Asked => Fields.Where(each => each is { ReadOnly: false, Disabled: false });

    public IReadOnlyDictionary<string, FileField> Files { get; } =
        Fields
            .OfType<FileField>()
            .Where(field => field is { ReadOnly: false, Disabled: false })
            .ToDictionary(field => field.Key, StringComparer.Ordinal);

    public static IReadOnlyList<ApplyStep> Of(Form form) =>
        [.. form.Steps.Select((step, index) => Of(form, step, index + 1))];

    private static ApplyStep Of(Form form, FormStep step, int number)
    {
        var items = form.Items.Where(item => item.Step == step.Name).ToList();
        var group = items is [FormGroup { Label.IsEmpty: false } only] ? only : null;
        var fields = form.Fields.Where(field => field.Step == step.Name);
        return new ApplyStep(number, step.Name, group?.Label ?? step.Title, group, [.. fields]);
    }
}
