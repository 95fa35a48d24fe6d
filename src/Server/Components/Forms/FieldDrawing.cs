using Approvals.Workflow.Feel;
using Approvals.Workflow.Forms;

namespace Approvals.Server.Components.Forms;

/// <summary>The control that suits each field, with the value it shows.</summary>
internal sealed class FieldDrawing
{
    private readonly FormPage page;
    private readonly FormWords words;
    private readonly Dictionary<string, FormFieldError> errors;
    private readonly HashSet<string> deciding;

    public FieldDrawing(FormPage page, FormWords words)
    {
        this.page = page;
        this.words = words;
        errors = (page.Outcome?.Errors ?? []).ToDictionary(e => e.Field, StringComparer.Ordinal);
        deciding = page.Form.ConditionNames.ToHashSet(StringComparer.Ordinal);
    }

    public FieldView Draw(FormField field)
    {
        var view = Control(field);
        return view with
        {
            Label = words.Of(field.Label),
            Hint = words.Of(field.Description),
            Required = field.Required,
            Error = errors.TryGetValue(field.Key, out var error) ? words.Sentence(field, error) : null,
            Locked = field.ReadOnly || field.Disabled,
            Reveals = deciding.Contains(field.Key.Split('.')[0]),
        };
    }

    private FieldView Control(FormField field) =>
        field switch
        {
            TextField { Multiline: true } area => new AreaView(area.Key, Typed(area)),
            TextField text => Line(text),
            NumberField number => Number(number),
            MomentField moment => Moment(moment),
            CheckboxField box => new CheckboxView(box.Key, Typed(box) is "true" or "on" or "1"),
            ChoiceField choice => Choice(choice),
            FileField file => File(file),
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No control for this field."),
        };

    private InputView Line(TextField field)
    {
        var (type, mode) = (field.Format, field.Check) switch
        {
            (TextFormat.Email, _) => ("email", "email"),
            (TextFormat.Phone, _) or (_, FieldChecks.Phone) => ("tel", "tel"),
            _ => ("text", null),
        };
        return Input(field, type) with
        {
            Inputmode = mode,
            Autocomplete = field.Autocomplete ?? (type is "text" ? null : type),
            Autocapitalize = field.Check is FieldChecks.CreditCode or FieldChecks.CitizenId ? "characters" : null,
            Width = WidthFor(field),
        };
    }

    private static int? WidthFor(TextField field) =>
        field.Check is not null ? 20
        : field.Longest <= 5 ? 5
        : field.Longest <= 10 ? 10
        : field.Longest <= 20 ? 20
        : null;

    private InputView Number(NumberField field) =>
        Input(field, "text") with
        {
            Inputmode = field.DecimalDigits == 0 ? "numeric" : "decimal",
            Autocomplete = field.Autocomplete,
            Width = 10,
        };

    /// <summary>A browser's own control shows only ISO; anything else that was typed is shown in a plain line again.</summary>
    private InputView Moment(MomentField field)
    {
        var (type, width) = field.Kind switch
        {
            MomentKind.Date => ("date", 10),
            MomentKind.Time => ("time", 10),
            _ => ("datetime-local", 20),
        };
        var value = Typed(field);
        var isIso =
            value.Length == 0
            || Array.TrueForAll(value.ToCharArray(), c => char.IsAsciiDigit(c) || c is '-' or ':' or 'T');
        return Input(field, isIso ? type : "text") with { Width = width, Autocomplete = field.Autocomplete };
    }

    private InputView Input(FormField field, string type) =>
        new(field.Key)
        {
            Type = type,
            Value = Typed(field),
            Prefix = words.Of(field.Prefix),
            Suffix = words.Of(field.Suffix),
        };

    private ChoiceView Choice(ChoiceField field)
    {
        var chosen = Chosen(field);
        var control = field.Look switch
        {
            ChoiceLook.Select => ChoiceControl.Select,
            ChoiceLook.Radio => ChoiceControl.Radios,
            _ => ChoiceControl.Checkboxes,
        };
        return new(
            field.Key,
            control,
            [.. field.Options.Select(o => new OptionView(o.Token, words.Of(o.Label), chosen.Contains(o.Token)))]
        );
    }

    private FileView File(FileField field)
    {
        return new(field.Key)
        {
            Multiple = field.Multiple,
            Accept = string.Join(',', field.Extensions),
            Limits = words.FileLimits(field),
            Stored = [.. Stored(field)],
        };
    }

    /// <summary>After a post also files that were refused: whoever sent them must see which.</summary>
    private IEnumerable<StoredFile> Stored(FileField field)
    {
        if (page.Posted is { } posted && !field.ReadOnly && !field.Disabled)
        {
            return posted.FilesOf(field.Key).Select(f => Stored(f.Sha256, f.Name, f.Bytes));
        }

        var known = FormDocument.At(page.Options.Variables, field.Key);
        return known.Kind is FeelKind.List
            ? known.AsList().Where(f => f.Kind is FeelKind.Context).Select(f => Stored(f.AsContext()))
            : [];
    }

    private StoredFile Stored(FeelContext file)
    {
        var bytes = file.TryGetValue("bytes", out var size) && size.TryGetInt64(out var count) ? count : 0;
        return Stored(Text(file, "sha256"), Text(file, "name"), bytes);
    }

    private StoredFile Stored(string sha256, string name, long bytes) =>
        new(sha256, name, FormWords.Size(bytes), page.FileAddress(sha256));

    private static string Text(FeelContext file, string name) =>
        file.TryGetValue(name, out var value) && value.Kind is FeelKind.String ? value.AsString() : "";

    /// <summary>The words in the control: as they were posted, else what is known, else what the schema begins with.</summary>
    private string Typed(FormField field)
    {
        if (page.Posted is { } posted && !field.ReadOnly && !field.Disabled)
        {
            return posted.ValuesOf(field.Key) is [var first, ..] ? first : "";
        }

        return Shown(Value(field));
    }

    private static string Shown(FeelValue value) =>
        value.Kind switch
        {
            FeelKind.String => value.AsString(),
            FeelKind.Number => value.AsNumber().ToString(),
            FeelKind.Boolean => value.IsTrue ? "true" : "false",
            FeelKind.Date => value.AsDate().ToString(),
            FeelKind.Time => value.AsTime().ToString(),
            FeelKind.DateTime => $"{value.AsDateTime().Date}T{value.AsDateTime().Time with { Zone = null }}",
            _ => "",
        };

    private FeelValue Value(FormField field)
    {
        var known = FormDocument.At(page.Options.Variables, field.Key);
        return known.IsNull ? field.Initial : known;
    }

    private HashSet<string> Chosen(ChoiceField field)
    {
        if (page.Posted is { } posted && !field.ReadOnly && !field.Disabled)
        {
            return posted.ValuesOf(field.Key).ToHashSet(StringComparer.Ordinal);
        }

        var value = Value(field);
        var values = value.Kind is FeelKind.List ? value.AsList() : [value];
        return field
            .Options.Where(o => values.Contains(o.Value))
            .Select(o => o.Token)
            .ToHashSet(StringComparer.Ordinal);
    }
}
