using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>
/// Events as the journal stores them: a compact UTF-8 JSON array of objects, the type first, absent fields left out, instants as
/// Unix milliseconds, days as ISO dates, element and flow by id. This is <see cref="SchemaVersion"/> 1; a stored format is
/// never changed, only followed by another.
/// </summary>
public static class EventCodec
{
    public const int SchemaVersion = 1;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static Utf8JsonWriter? pooled;

    public static void Write(IReadOnlyList<WorkflowEvent> events, IBufferWriter<byte> output)
    {
        var writer = pooled ??= new(output, Options);
        writer.Reset(output);
        writer.WriteStartArray();
        for (var i = 0; i < events.Count; i++)
        {
            writer.WriteStartObject();
            EventWriter.Write(new(writer), events[i]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.Flush();
    }

    /// <exception cref="JsonException">The bytes are no JSON.</exception>
    /// <exception cref="InvalidDataException">They are no events of a known schema.</exception>
    public static IReadOnlyList<WorkflowEvent> Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 1000 });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            throw new InvalidDataException("A journal record is an array of events.");
        }

        var events = new List<WorkflowEvent>();
        var fields = new EventFields();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            fields.Read(ref reader);
            events.Add(EventReader.Create(fields));
        }

        return events;
    }
}
