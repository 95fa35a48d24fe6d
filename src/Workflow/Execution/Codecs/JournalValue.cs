using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>
/// FEEL values in journal JSON without loss: what JSON has not is <c>{"@feel": "…"}</c> with the FEEL literal, and a context
/// whose first name begins with <c>@</c> is wrapped as <c>{"@context": {…}}</c>.
/// </summary>
internal static class JournalValue
{
    private const string Literal = "@feel";
    private const string Wrapped = "@context";

    public static void Write(Utf8JsonWriter writer, FeelValue value)
    {
        switch (value.Kind)
        {
            case FeelKind.Null or FeelKind.Boolean or FeelKind.Number or FeelKind.String:
                FeelJson.Write(writer, value);
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
                WriteContext(writer, value.AsContext());
                break;
            case FeelKind.Function:
                throw new ArgumentException("A function can't be a variable.", nameof(value));
            default:
                writer.WriteStartObject();
                writer.WriteString(Literal, value.ToString());
                writer.WriteEndObject();
                break;
        }
    }

    /// <summary>Reads the value that the reader stands on and stays on its last token.</summary>
    public static FeelValue Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                var items = new List<FeelValue>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Read(ref reader));
                }

                return FeelValue.From(items);
            case JsonTokenType.StartObject:
                return ReadObject(ref reader);
            default:
                return FeelJson.Read(ref reader);
        }
    }

    /// <summary>Variables, as a context.</summary>
    public static void WriteEntries(Utf8JsonWriter writer, ImmutableArray<Variable> variables)
    {
        var wrap = Open(writer, variables.IsEmpty ? "" : variables[0].Name);
        foreach (var variable in variables)
        {
            writer.WritePropertyName(variable.Name);
            Write(writer, variable.Value);
        }

        Close(writer, wrap);
    }

    private static void WriteContext(Utf8JsonWriter writer, FeelContext context)
    {
        var wrap = Open(writer, context.Count == 0 ? "" : context[0].Key);
        foreach (var (name, value) in context)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        Close(writer, wrap);
    }

    private static bool Open(Utf8JsonWriter writer, string firstName)
    {
        var wrap = firstName.StartsWith('@');
        if (wrap)
        {
            writer.WriteStartObject();
            writer.WritePropertyName(Wrapped);
        }

        writer.WriteStartObject();
        return wrap;
    }

    private static void Close(Utf8JsonWriter writer, bool wrapped)
    {
        writer.WriteEndObject();
        if (wrapped)
        {
            writer.WriteEndObject();
        }
    }

    private static FeelValue ReadObject(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(Literal))
        {
            reader.Read();
            var literal = reader.GetString()!;
            reader.Read();
            return ReadLiteral(literal);
        }

        if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(Wrapped))
        {
            reader.Read();
            reader.Read();
            var inner = ReadEntries(ref reader);
            reader.Read();
            return inner;
        }

        return ReadEntries(ref reader);
    }

    private static FeelValue ReadEntries(ref Utf8JsonReader reader)
    {
        var context = new FeelContext.Builder();
        while (reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            context.Set(name, Read(ref reader));
            reader.Read();
        }

        return FeelValue.From(context.Build());
    }

    private static FeelValue ReadLiteral(string literal)
    {
        if (FeelExpression.Compile(literal).Expression is not { } expression)
        {
            throw new InvalidDataException($"'{literal}' is no FEEL literal.");
        }

        var environment = new FeelEnvironment { Now = DateTimeOffset.UnixEpoch };
        var value = expression.Evaluate(NoVariables.Scope, environment);
        return value.IsNull ? throw new InvalidDataException($"'{literal}' is no FEEL literal.") : value;
    }

    private sealed class NoVariables : IFeelScope
    {
        public static readonly NoVariables Scope = new();

        public bool TryGetValue(string name, out FeelValue value)
        {
            value = default;
            return false;
        }
    }
}
