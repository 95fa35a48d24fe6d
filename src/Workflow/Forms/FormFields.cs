using System.Text.RegularExpressions;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Forms;

/// <summary>Something that is answered.</summary>
/// <param name="Key">
/// Where the answer stands in the document; a key with dots (or a group with a path) makes nested contexts. The name of
/// the control in the posted form is the same.
/// </param>
public abstract record FormField(string Id, string Key) : FormItem(Id)
{
    public LocalText Description { get; init; } = LocalText.Empty;

    public bool Required { get; init; }

    /// <summary>Shown, but its value comes from the variables; what a browser posts for it is not looked at.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Shown and never answered.</summary>
    public bool Disabled { get; init; }

    public FeelValue Initial { get; init; }

    /// <summary>The purpose of the field for browsers (HTML autofill token), from <c>approvals:autocomplete</c>.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>Shown before and after the control, e.g. 平方米.</summary>
    public LocalText Prefix { get; init; } = LocalText.Empty;

    /// <inheritdoc cref="Prefix"/>
    public LocalText Suffix { get; init; } = LocalText.Empty;

    /// <summary>All custom properties of the component, ours and others'.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);
}

public enum TextFormat
{
    Any,
    Email,
    Phone,
}

/// <summary>A string, of one line or several.</summary>
public sealed record TextField(string Id, string Key) : FormField(Id, Key)
{
    /// <summary>Bounds where the schema gives none, in characters (code points).</summary>
    public const int DefaultLineLength = 200;

    /// <inheritdoc cref="DefaultLineLength"/>
    public const int DefaultAreaLength = 4_000;

    public const int MaxLength = 20_000;

    public bool Multiline { get; init; }
    public int? Shortest { get; init; }
    public int Longest { get; init; } = DefaultLineLength;
    public TextFormat Format { get; init; }

    /// <summary>Searched for in the value, as JavaScript would; linear in time whatever the value.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>What to tell when the pattern isn't met, from <c>approvals:patternMessage</c>.</summary>
    public LocalText PatternMessage { get; init; } = LocalText.Empty;

    /// <summary>Name of the <see cref="IFieldCheck"/> the value must pass.</summary>
    public string? Check { get; init; }
}

/// <summary>An exact decimal number.</summary>
public sealed record NumberField(string Id, string Key) : FormField(Id, Key)
{
    public FeelNumber? Min { get; init; }
    public FeelNumber? Max { get; init; }

    /// <summary>At most so many digits behind the point; null for any.</summary>
    public int? DecimalDigits { get; init; }

    /// <summary>The document holds the canonical text instead of the number.</summary>
    public bool AsText { get; init; }
}

/// <summary>Yes or no; when required, only yes will do.</summary>
public sealed record CheckboxField(string Id, string Key) : FormField(Id, Key);

public enum ChoiceLook
{
    Radio,
    Select,
    Checklist,
    Taglist,
}

/// <summary>One of the declared options (radio, select), or any number of them (checklist, taglist).</summary>
public sealed record ChoiceField(string Id, string Key, ChoiceLook Look, IReadOnlyList<ChoiceOption> Options)
    : FormField(Id, Key)
{
    public bool Several => Look is ChoiceLook.Checklist or ChoiceLook.Taglist;
}

/// <param name="Token">What the control posts: the value as text.</param>
public sealed record ChoiceOption(string Token, FeelValue Value, LocalText Label);

public enum MomentKind
{
    Date,
    Time,
    DateTime,
}

/// <summary>A civil date, a time of day, or both in Asia/Shanghai.</summary>
public sealed record MomentField(string Id, string Key, MomentKind Kind) : FormField(Id, Key)
{
    public bool NotInThePast { get; init; }

    /// <summary>The document holds date and time without the offset +08:00.</summary>
    public bool WithoutZone { get; init; }
}

/// <summary>Uploaded files.</summary>
public sealed record FileField(string Id, string Key) : FormField(Id, Key)
{
    public const long DefaultMaxBytes = 20 * 1024 * 1024;
    public const int MaxFiles = 20;

    public static readonly IReadOnlyList<string> DefaultExtensions = [".pdf", ".jpg", ".jpeg", ".png"];

    public bool Multiple { get; init; }

    /// <summary>Allowed endings of the name, lower case with their dot.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = DefaultExtensions;

    /// <summary>Of each file.</summary>
    public long MaxBytes { get; init; } = DefaultMaxBytes;

    /// <summary>The material of the item's list that this file is, from <c>approvals:material</c>.</summary>
    public string? Material { get; init; }
}
