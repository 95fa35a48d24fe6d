using System.Text.Json;

namespace Approvals.Workflow.Library.Comparison;

/// <summary>The parts of a form: its components by id, else by key; the form itself is one.</summary>
internal static class JsonParts
{
    public static IReadOnlyList<DocumentPart> Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        var parts = new List<DocumentPart>();
        Read(document.RootElement, "form", parts);
        return DocumentParts.Distinct(parts);
    }

    private static void Read(JsonElement component, string otherwise, List<DocumentPart> parts)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(component, "", facts);
        var id = facts.GetValueOrDefault("id") ?? facts.GetValueOrDefault("key") ?? otherwise;
        var kind = facts.GetValueOrDefault("type") ?? "";
        facts.Remove("id");
        parts.Add(new(id, otherwise == "form" ? "form" : kind, facts.GetValueOrDefault("label") ?? "", facts));
        if (component.TryGetProperty("components", out var inner) && inner.ValueKind == JsonValueKind.Array)
        {
            foreach (var (place, each) in inner.EnumerateArray().Index())
            {
                if (each.ValueKind == JsonValueKind.Object)
                {
                    Read(each, $"{id}/{place}", parts);
                }
            }
        }
    }

    private static void Collect(JsonElement element, string path, Dictionary<string, string> facts)
    {
        foreach (var property in element.EnumerateObject())
        {
            var inner = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            if (inner == "components")
            {
                continue;
            }

            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                Collect(property.Value, inner, facts);
            }
            else
            {
                facts[inner] =
                    property.Value.ValueKind == JsonValueKind.String
                        ? property.Value.GetString()!
                        : property.Value.GetRawText();
            }
        }
    }
}
