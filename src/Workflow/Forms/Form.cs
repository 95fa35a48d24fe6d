namespace Approvals.Workflow.Forms;

/// <summary>
/// A form as form-js writes it (<c>.form</c>), read once and shared: what is shown, in order, and what may be answered.
/// </summary>
public sealed class Form
{
    internal Form(string id, IReadOnlyList<FormItem> items)
    {
        Id = id;
        Items = items;
        Flat = [.. Flattened(items)];
        Fields = [.. Flat.OfType<FormField>()];
        Steps =
        [
            .. Flat.Where(i => i is not FormGroup)
                .GroupBy(i => i.Step, StringComparer.Ordinal)
                .Select(g => new FormStep(g.Key, TitleOf(g.Key))),
        ];
    }

    public string Id { get; }

    public IReadOnlyList<FormItem> Items { get; }

    /// <summary>All fields in document order, also those in groups.</summary>
    public IReadOnlyList<FormField> Fields { get; }

    /// <summary>The pages of the form in order; one with an empty name when the form has only one page.</summary>
    public IReadOnlyList<FormStep> Steps { get; }

    /// <summary>All items in document order, a group before what it holds.</summary>
    internal IReadOnlyList<FormItem> Flat { get; }

    /// <summary>The names that conditions read: answers to them make other parts come and go.</summary>
    public IReadOnlySet<string> ConditionNames =>
        Flat.SelectMany(i => i.Hide?.FreeNames ?? []).ToHashSet(StringComparer.Ordinal);

    public FormField? Field(string key) => Fields.FirstOrDefault(f => f.Key == key);

    private LocalText TitleOf(string step) =>
        Flat.Select(i => i.StepTitle).FirstOrDefault(t => t is not null && t.Default == step) ?? new LocalText(step);

    private static IEnumerable<FormItem> Flattened(IEnumerable<FormItem> items) =>
        items.SelectMany(i => i is FormGroup group ? Flattened(group.Items).Prepend(i) : [i]);
}

/// <summary>One page of a form.</summary>
public sealed record FormStep(string Name, LocalText Title);
