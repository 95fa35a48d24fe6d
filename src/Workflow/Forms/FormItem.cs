using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Forms;

/// <summary>Anything that stands in a form.</summary>
/// <param name="Id">The component's id; unique in the form.</param>
public abstract record FormItem(string Id)
{
    public LocalText Label { get; init; } = LocalText.Empty;

    /// <summary>The name of the page it stands on; empty when the form has one page.</summary>
    public string Step { get; init; } = "";

    /// <summary>Title of that page with its translations, on the item that begins it.</summary>
    internal LocalText? StepTitle { get; init; }

    /// <summary>True when this expression is true: then it is not shown and its answer does not exist.</summary>
    public FeelExpression? Hide { get; init; }

    /// <summary>The group around it, whose condition hides it too.</summary>
    internal FormGroup? Group { get; set; }
}

/// <summary>Several items under one legend.</summary>
public sealed record FormGroup(string Id, IReadOnlyList<FormItem> Items) : FormItem(Id)
{
    public bool Outline { get; init; }
}

/// <summary>A paragraph for the reader. The text is Markdown, or simple HTML; <see cref="Writing.SafeHtml"/> writes either.</summary>
public sealed record FormParagraph(string Id, LocalText Text) : FormItem(Id)
{
    public bool IsHtml { get; init; }
}

public sealed record FormSeparator(string Id) : FormItem(Id);

/// <summary>Empty room, in CSS pixels.</summary>
public sealed record FormSpacer(string Id, int Height) : FormItem(Id);

/// <summary>A value computed from the answers and stored with them under its key.</summary>
public sealed record FormExpression(string Id, string Key, FeelExpression Expression) : FormItem(Id);
