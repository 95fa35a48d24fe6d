using Approvals.Server.Components.ErrorSummary;

namespace Approvals.Server.Components.Forms;

/// <summary>
/// The visible part of one page of a form, ready to be written: <c>&lt;partial name="Forms" model="…" /&gt;</c> inside the
/// page's own <c>&lt;form method="post" enctype="multipart/form-data" novalidate&gt;</c>.
/// </summary>
/// <param name="Errors">For the page's error summary, in the order of the fields.</param>
public sealed record FormsView(IReadOnlyList<FormItemView> Items, IReadOnlyList<FieldError> Errors);

/// <summary>Words with the language they are in, when it isn't the page's.</summary>
public sealed record Words(string Plain, string? Language)
{
    public static readonly Words None = new("", null);

    public bool IsEmpty => Plain.Length == 0;
}

public abstract record FormItemView;

/// <param name="Html">Safe: written by the form's own writer from Markdown or simple HTML.</param>
public sealed record ParagraphView(string Html, string? Language) : FormItemView;

public sealed record SeparatorView : FormItemView;

public sealed record GroupView(Words Legend, bool Outline, IReadOnlyList<FormItemView> Items) : FormItemView;

/// <summary>What all fields share: name of the control, id, label, hint, error, and whether it may stay empty.</summary>
public abstract record FieldView(string Name) : FormItemView
{
    public string Id { get; } = FieldError.IdOf(Name);

    public Words Label { get; init; } = Words.None;

    public Words Hint { get; init; } = Words.None;

    public bool Required { get; init; }

    public string? Error { get; init; }

    /// <summary>Nothing may be typed; what is known is shown.</summary>
    public bool Locked { get; init; }

    /// <summary>Other fields come and go with this answer: a script may ask the server for the page anew.</summary>
    public bool Reveals { get; init; }

    /// <summary>The ids of hint and error, for <c>aria-describedby</c>.</summary>
    public string? DescribedBy
    {
        get
        {
            string?[] parts = [HasHint ? Id + "-hint" : null, Error is null ? null : Id + "-error"];
            var all = string.Join(' ', parts.OfType<string>());
            return all.Length == 0 ? null : all;
        }
    }

    public virtual bool HasHint => !Hint.IsEmpty;
}

/// <summary>One line of text, a number, a date: whatever an <c>input</c> takes.</summary>
public sealed record InputView(string Name) : FieldView(Name)
{
    public required string Type { get; init; }
    public required string Value { get; init; }
    public string? Inputmode { get; init; }
    public string? Autocomplete { get; init; }
    public string? Autocapitalize { get; init; }

    /// <summary>A width class of govuk-frontend in characters.</summary>
    public int? Width { get; init; }

    public Words Prefix { get; init; } = Words.None;
    public Words Suffix { get; init; } = Words.None;
}

public sealed record AreaView(string Name, string Value) : FieldView(Name);

public sealed record CheckboxView(string Name, bool Checked) : FieldView(Name);

public enum ChoiceControl
{
    Radios,
    Checkboxes,
    Select,
}

public sealed record ChoiceView(string Name, ChoiceControl Control, IReadOnlyList<OptionView> Options)
    : FieldView(Name);

public sealed record OptionView(string Value, Words Label, bool Chosen);

/// <summary>Uploads: those that are stored already, and the control for more.</summary>
public sealed record FileView(string Name) : FieldView(Name)
{
    public required bool Multiple { get; init; }

    /// <summary>The endings as the control's <c>accept</c> takes them.</summary>
    public required string Accept { get; init; }

    /// <summary>Formats and size in words.</summary>
    public required string Limits { get; init; }

    public required IReadOnlyList<StoredFile> Stored { get; init; }

    public override bool HasHint => true;
}

/// <param name="Href">Where the file can be looked at; null when it can't yet.</param>
public sealed record StoredFile(string Sha256, string Name, string Size, string? Href);
