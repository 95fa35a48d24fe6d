using System.Globalization;
using System.Text.Json;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Forms.Reading;

/// <summary>One component of the schema: typed access to its attributes, problems under its name.</summary>
internal sealed class Component
{
    private readonly List<FormProblem> problems;

    public Component(JsonElement json, List<FormProblem> problems, int position)
    {
        Json = json;
        this.problems = problems;
        IsObject = json.ValueKind is JsonValueKind.Object;
        Id = (IsObject ? Text("id") : null) ?? $"component_{position}";
        Properties = IsObject ? PropertiesOf(json) : [];
        if (!IsObject)
        {
            Problem("A component must be an object.");
        }
    }

    public JsonElement Json { get; }

    public bool IsObject { get; }

    public string Id { get; }

    public string Type => Text("type") ?? "";

    public Dictionary<string, string> Properties { get; }

    /// <summary>A datetime names its halves apart; the one that is asked for labels the whole.</summary>
    public LocalText Label =>
        Type is not "datetime" || Text("label") is { Length: > 0 } ? Local("label", "label")
        : Text("subtype") is "time" ? Local("timeLabel", "label")
        : Local("dateLabel", "label");

    public LocalText? Step => Properties.ContainsKey("approvals:step") ? PropertyText("approvals:step") : null;

    public FeelExpression? Hide =>
        Json.TryGetProperty("conditional", out var conditional) && conditional.ValueKind is JsonValueKind.Object
            ? Expression("hide", conditional)
            : null;

    public void Problem(string message) => problems.Add(new(Name, message));

    /// <summary>How a designer knows the component.</summary>
    private string Name => (IsObject ? Text("key") : null) ?? Id;

    public string? Text(string attribute) => Text(Json, attribute);

    public string? Text(JsonElement from, string attribute)
    {
        if (!from.TryGetProperty(attribute, out var value) || value.ValueKind is JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.String)
        {
            return value.GetString();
        }

        Problem($"The attribute {attribute} is not a text.");
        return null;
    }

    public bool Is(string attribute) => Is(Json, attribute);

    public bool Is(JsonElement from, string attribute)
    {
        if (!from.TryGetProperty(attribute, out var value))
        {
            return false;
        }

        if (value.ValueKind is JsonValueKind.String)
        {
            Problem($"The attribute {attribute} is an expression; only true and false are supported.");
        }

        return value.ValueKind is JsonValueKind.True;
    }

    public int? Integer(string attribute) => Integer(Json, attribute);

    public int? Integer(JsonElement from, string attribute)
    {
        if (!from.TryGetProperty(attribute, out var value) || IsBlank(value))
        {
            return null;
        }

        var text = value.ValueKind is JsonValueKind.String ? value.GetString() : value.GetRawText();
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Problem($"The attribute {attribute} is not a whole number; expressions are not supported there.");
        return null;
    }

    public FeelNumber? Number(JsonElement from, string attribute)
    {
        if (!from.TryGetProperty(attribute, out var value) || IsBlank(value))
        {
            return null;
        }

        var text = value.ValueKind is JsonValueKind.String ? value.GetString() : value.GetRawText();
        if (FeelNumber.TryParse(text, out var number))
        {
            return number;
        }

        Problem($"The attribute {attribute} is not a number; expressions are not supported there.");
        return null;
    }

    public FeelExpression? Expression(string attribute) => Expression(attribute, Json);

    /// <summary>Compiles FEEL behind its leading equals sign; null when there is none or it can't be compiled.</summary>
    private FeelExpression? Expression(string attribute, JsonElement from)
    {
        var text = Text(from, attribute);
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (!text.StartsWith('='))
        {
            Problem($"The expression in {attribute} must begin with =.");
            return null;
        }

        var compiled = FeelExpression.Compile(text[1..]);
        foreach (var diagnostic in compiled.Diagnostics)
        {
            Problem($"The expression in {attribute} is not FEEL: {diagnostic.Message}");
        }

        return compiled.Expression;
    }

    /// <summary>A text of the schema with its translations from the properties <c>PREFIX.LANGUAGE</c>.</summary>
    public LocalText Local(string attribute, string prefix) => Translated(Text(attribute) ?? "", prefix);

    public LocalText PropertyText(string property) => Translated(Properties.GetValueOrDefault(property, ""), property);

    public LocalText Translated(string text, string prefix)
    {
        if (text.StartsWith('=') || text.Contains("{{", StringComparison.Ordinal))
        {
            Problem("Texts with expressions or templates are not supported.");
        }

        var translations = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in Properties)
        {
            if (
                name.Length > prefix.Length + 1
                && name[prefix.Length] == '.'
                && name.StartsWith(prefix, StringComparison.Ordinal)
            )
            {
                translations[name[(prefix.Length + 1)..]] = value;
            }
        }

        return new(text, translations);
    }

    private static bool IsBlank(JsonElement value) =>
        value.ValueKind is JsonValueKind.Null
        || (value.ValueKind is JsonValueKind.String && value.GetString()!.Length == 0);

    private static Dictionary<string, string> PropertiesOf(JsonElement json)
    {
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        if (json.TryGetProperty("properties", out var given) && given.ValueKind is JsonValueKind.Object)
        {
            foreach (var property in given.EnumerateObject())
            {
                properties[property.Name] =
                    property.Value.ValueKind is JsonValueKind.String
                        ? property.Value.GetString()!
                        : property.Value.GetRawText();
            }
        }

        return properties;
    }
}
