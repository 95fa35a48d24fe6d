using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Forms.Reading;

/// <summary>The components that are answered, each with what the schema says about its answers.</summary>
internal static class FieldReader
{
    private static readonly JsonElement Nothing = JsonDocument.Parse("{}").RootElement.Clone();

    /// <summary>Null, with a problem noted, for components that are no field of ours.</summary>
    public static FormField? Read(Component component, string key)
    {
        FormField? field = component.Type switch
        {
            "textfield" => Text(component, key, multiline: false),
            "textarea" => Text(component, key, multiline: true),
            "number" => Number(component, key),
            "checkbox" => new CheckboxField(component.Id, key),
            "radio" => Choice(component, key, ChoiceLook.Radio),
            "select" => Choice(component, key, ChoiceLook.Select),
            "checklist" => Choice(component, key, ChoiceLook.Checklist),
            "taglist" => Choice(component, key, ChoiceLook.Taglist),
            "datetime" => Moment(component, key),
            "filepicker" => File(component, key),
            _ => null,
        };
        if (field is null)
        {
            component.Problem($"Components of the type {component.Type} are not supported.");
            return null;
        }

        var rules = Rules(component);
        return field with
        {
            Description = component.Local("description", "description"),
            Required = component.Is(rules, "required"),
            ReadOnly = component.Is("readonly"),
            Disabled = component.Is("disabled"),
            Initial = Initial(component),
            Autocomplete = component.Properties.GetValueOrDefault("approvals:autocomplete"),
            Prefix = Adorner(component, "prefixAdorner", "prefix"),
            Suffix = Adorner(component, "suffixAdorner", "suffix"),
            Properties = component.Properties,
        };
    }

    private static JsonElement Rules(Component component) =>
        component.Json.TryGetProperty("validate", out var rules) && rules.ValueKind is JsonValueKind.Object
            ? rules
            : Nothing;

    private static FeelValue Initial(Component component) =>
        component.Json.TryGetProperty("defaultValue", out var value)
            ? FeelJson.Parse(value.GetRawText())
            : FeelValue.Null;

    private static LocalText Adorner(Component component, string attribute, string prefix) =>
        component.Json.TryGetProperty("appearance", out var look) && look.ValueKind is JsonValueKind.Object
            ? component.Translated(component.Text(look, attribute) ?? "", prefix)
            : LocalText.Empty;

    private static TextField Text(Component component, string key, bool multiline)
    {
        var rules = Rules(component);
        var longest = component.Integer(rules, "maxLength");
        var check = component.Properties.GetValueOrDefault("approvals:check");
        if (longest > TextField.MaxLength)
        {
            component.Problem($"Texts may have at most {TextField.MaxLength} characters.");
        }

        if (check is not null && !FieldChecks.Names.Contains(check))
        {
            component.Problem($"There is no check named {check}.");
        }

        return new(component.Id, key)
        {
            Multiline = multiline,
            Shortest = component.Integer(rules, "minLength"),
            Longest = longest ?? (multiline ? TextField.DefaultAreaLength : TextField.DefaultLineLength),
            Format = Format(component, rules),
            Pattern = Pattern(component, rules),
            PatternMessage = component.PropertyText("approvals:patternMessage"),
            Check = check,
        };
    }

    private static TextFormat Format(Component component, JsonElement rules)
    {
        switch (component.Text(rules, "validationType"))
        {
            case null or "" or "custom":
                return TextFormat.Any;
            case "email":
                return TextFormat.Email;
            case "phone":
                return TextFormat.Phone;
            case var other:
                component.Problem($"There is no validation type {other}.");
                return TextFormat.Any;
        }
    }

    private static Regex? Pattern(Component component, JsonElement rules)
    {
        if (component.Text(rules, "pattern") is not { Length: > 0 } pattern)
        {
            return null;
        }

        if (JavaScriptPattern.TryCompile(pattern, out var regex, out var problem))
        {
            return regex;
        }

        component.Problem($"The pattern can't be used: {problem}");
        return null;
    }

    private static NumberField Number(Component component, string key)
    {
        var rules = Rules(component);
        return new(component.Id, key)
        {
            Min = component.Number(rules, "min"),
            Max = component.Number(rules, "max"),
            DecimalDigits = component.Integer("decimalDigits"),
            AsText = component.Is("serializeToString"),
        };
    }

    private static ChoiceField Choice(Component component, string key, ChoiceLook look)
    {
        var options = new List<ChoiceOption>();
        if (
            component.Json.TryGetProperty("valuesKey", out _)
            || component.Json.TryGetProperty("valuesExpression", out _)
        )
        {
            component.Problem("Options from variables or expressions are not supported; list them as static values.");
        }
        else if (component.Json.TryGetProperty("values", out var values) && values.ValueKind is JsonValueKind.Array)
        {
            foreach (var value in values.EnumerateArray().Where(v => v.ValueKind is JsonValueKind.Object))
            {
                AddOption(component, options, value);
            }
        }

        if (options.Count == 0)
        {
            component.Problem("It has no options.");
        }

        return new(component.Id, key, look, options);
    }

    private static void AddOption(Component component, List<ChoiceOption> options, JsonElement json)
    {
        if (
            !json.TryGetProperty("value", out var given)
            || given.ValueKind is JsonValueKind.Object or JsonValueKind.Array
        )
        {
            component.Problem("An option has no simple value.");
            return;
        }

        var token = given.ValueKind is JsonValueKind.String ? given.GetString()! : given.GetRawText();
        if (token.Length == 0 || options.Exists(o => o.Token == token))
        {
            component.Problem($"The option value “{token}” is empty or there twice.");
            return;
        }

        var label = component.Translated(component.Text(json, "label") ?? token, $"value.{token}");
        options.Add(new(token, FeelJson.Parse(given.GetRawText()), label));
    }

    private static MomentField Moment(Component component, string key)
    {
        var kind = component.Text("subtype") switch
        {
            "time" => MomentKind.Time,
            "datetime" => MomentKind.DateTime,
            _ => MomentKind.Date,
        };

        return new(component.Id, key, kind)
        {
            NotInThePast = component.Is("disallowPassedDates"),
            WithoutZone = component.Text("timeSerializingFormat") is "no_timezone",
        };
    }

    private static FileField File(Component component, string key)
    {
        var endings = component.Properties.GetValueOrDefault("approvals:accept") ?? component.Text("accept") ?? "";
        if (endings.StartsWith('='))
        {
            component.Problem("Accepted formats from expressions are not supported.");
        }

        var extensions = endings
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(e => (e.StartsWith('.') ? e : "." + e).ToLowerInvariant())
            .ToList();
        if (extensions.Exists(e => e.Contains('/', StringComparison.Ordinal) || e.Length < 2))
        {
            component.Problem("Accepted formats must be endings such as .pdf, not media types.");
        }

        var max = FileField.DefaultMaxBytes;
        if (
            component.Properties.TryGetValue("approvals:maxBytes", out var bytes)
            && !long.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out max)
        )
        {
            component.Problem("approvals:maxBytes is not a number of bytes.");
        }

        return new(component.Id, key)
        {
            Multiple = component.Is("multiple"),
            Extensions = extensions.Count > 0 ? extensions : FileField.DefaultExtensions,
            MaxBytes = max,
            Material = component.Properties.GetValueOrDefault("approvals:material"),
        };
    }
}
