using System.Buffers;
using System.Text;
using System.Text.Json;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel;

/// <summary>
/// FEEL values as JSON variables. Numbers keep every digit: the literal of the text, up to 34 of them. JSON has no other
/// kinds, so temporal values are written as their ISO 8601 strings (with `@zone` where there is one), a range as its FEEL
/// text, a function as null; reading gives strings back, which `date(…)`, `duration(…)` and the like turn into values again —
/// as Camunda does it. A number beyond 34 digits is rounded, one out of range is null.
/// </summary>
public static class FeelJson
{
    public static FeelValue Parse(string json) => Parse(Encoding.UTF8.GetBytes(json));

    /// <exception cref="JsonException">The text is not one JSON value.</exception>
    public static FeelValue Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 256 });
        reader.Read();
        var value = Read(ref reader);
        return reader.Read() ? throw new JsonException("There is text after the JSON value.") : value;
    }

    /// <summary>Reads the value the reader stands on and stays on its last token.</summary>
    /// <exception cref="JsonException">The value is no well-formed JSON, or deeper than the reader allows.</exception>
    public static FeelValue Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return FeelValue.True;
            case JsonTokenType.False:
                return FeelValue.False;
            case JsonTokenType.String:
                return FeelValue.From(Text(ref reader));
            case JsonTokenType.Number:
                return ReadNumber(ref reader);
            case JsonTokenType.StartArray:
                var items = new List<FeelValue>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Read(ref reader));
                }

                return FeelValue.From(items);
            case JsonTokenType.StartObject:
                var context = new FeelContext.Builder();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = Text(ref reader);
                    reader.Read();
                    context.Set(name, Read(ref reader));
                }

                return FeelValue.From(context.Build());
            default:
                return default;
        }
    }

    public static void Write(Utf8JsonWriter writer, FeelValue value)
    {
        switch (value.Kind)
        {
            case FeelKind.Boolean:
                writer.WriteBooleanValue(value.AsBoolean());
                break;
            case FeelKind.Number when value.IsSmallInteger:
                writer.WriteNumberValue(value.Bits);
                break;
            case FeelKind.Number:
                writer.WriteRawValue(value.AsNumber().ToString());
                break;
            case FeelKind.String:
                writer.WriteStringValue(value.AsString());
                break;
            case FeelKind.List:
                writer.WriteStartArray();
                foreach (var item in value.AsList())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case FeelKind.Context:
                writer.WriteStartObject();
                foreach (var (name, entry) in value.AsContext())
                {
                    writer.WritePropertyName(name);
                    Write(writer, entry);
                }

                writer.WriteEndObject();
                break;
            case FeelKind.Null or FeelKind.Function:
                writer.WriteNullValue();
                break;
            case FeelKind.Range:
                writer.WriteStringValue(value.ToString());
                break;
            default:
                writer.WriteStringValue(FeelText.Iso(value));
                break;
        }
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException("A string of the JSON is not Unicode text.", fault);
        }
    }

    private static FeelValue ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out var whole))
        {
            return FeelValue.From(whole);
        }

        var bytes = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        return FeelNumber.TryParse(Encoding.ASCII.GetString(bytes), out var number) ? FeelValue.From(number) : default;
    }
}
