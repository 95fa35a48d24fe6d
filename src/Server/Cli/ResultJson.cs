using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Approvals.Workflow.Feel;

namespace Approvals.Server.Cli;

/// <summary>Writes FEEL values and their diagnostics into the JSON results of commands.</summary>
internal static class ResultJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The value twice: as JSON has it, and as FEEL text, which keeps every kind.</summary>
    public static void WriteValue(Utf8JsonWriter json, FeelValue value)
    {
        json.WritePropertyName("value");
        FeelJson.Write(json, value);
        json.WriteString("feel", value.ToString());
    }

    public static void WriteDiagnostics(Utf8JsonWriter json, IEnumerable<FeelDiagnostic> diagnostics)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code);
            json.WriteString("message", diagnostic.Message);
            json.WriteNumber("position", diagnostic.Position);
            json.WriteNumber("length", diagnostic.Length);
            if (diagnostic.Source is not null)
            {
                json.WriteString("element", diagnostic.Source);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A JSON object as a context; null when the text is something else.</summary>
    public static FeelContext? ReadContext(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return FeelContext.Empty;
        }

        try
        {
            var value = FeelJson.Parse(text);
            return value.Kind == FeelKind.Context ? value.AsContext() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
