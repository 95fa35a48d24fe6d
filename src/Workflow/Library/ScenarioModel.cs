using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Approvals.Workflow.Library;

/// <summary>The model that a scenario file names: the file of the process beside it.</summary>
public static class ScenarioModel
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Null when the file names none.</summary>
    public static string? Of(string json) =>
        Parse(json) is { } file && file["model"] is JsonValue model && model.TryGetValue<string>(out var name)
            ? name
            : null;

    /// <summary>The file with another model; as it is when it can't be read.</summary>
    public static string With(string json, string model)
    {
        if (Parse(json) is not { } file || Of(json) == model)
        {
            return json;
        }

        file["model"] = model;
        return file.ToJsonString(Readable) + "\n";
    }

    private static JsonObject? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
