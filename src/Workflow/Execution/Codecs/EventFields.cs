using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>
/// The fields of one event object as read, reused from one event to the next. Journals are read by replay and verification, not
/// on the path of a command.
/// </summary>
internal sealed class EventFields
{
    private readonly Dictionary<string, FeelValue> fields = new(StringComparer.Ordinal);

    public string Type => Text(EventNames.Type);

    /// <summary>The reader stands on the start of the object; afterwards on its end.</summary>
    public void Read(ref Utf8JsonReader reader)
    {
        fields.Clear();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            fields[name] = JournalValue.Read(ref reader);
        }
    }

    public long Number(JsonEncodedText name) =>
        fields.TryGetValue(name.Value, out var value) && value.TryGetInt64(out var number)
            ? number
            : throw Missing(name, "number");

    public int Integer(JsonEncodedText name) => checked((int)Number(name));

    public string? OptionalText(JsonEncodedText name) =>
        fields.TryGetValue(name.Value, out var value) ? value.AsString() : null;

    public string Text(JsonEncodedText name) => OptionalText(name) ?? throw Missing(name, "text");

    public bool Flag(JsonEncodedText name) => fields.TryGetValue(name.Value, out var value) && value.IsTrue;

    public DateTimeOffset? OptionalInstant(JsonEncodedText name) =>
        fields.ContainsKey(name.Value) ? Instant(name) : null;

    public DateTimeOffset Instant(JsonEncodedText name) => DateTimeOffset.FromUnixTimeMilliseconds(Number(name));

    public DateOnly Day(JsonEncodedText name) => ParseDay(Text(name));

    public ImmutableArray<string> Texts(JsonEncodedText name) =>
        fields.TryGetValue(name.Value, out var value) ? [.. value.AsList().Select(item => item.AsString())] : [];

    public ImmutableArray<KeyValuePair<string, string>> Pairs(JsonEncodedText name) =>
        fields.TryGetValue(name.Value, out var value)
            ?
            [
                .. value
                    .AsList()
                    .Select(pair => KeyValuePair.Create(pair.AsList()[0].AsString(), pair.AsList()[1].AsString())),
            ]
            : [];

    public ImmutableArray<Variable> Variables(JsonEncodedText name) =>
        [.. Context(name).Select(entry => new Variable(entry.Key, entry.Value))];

    /// <summary>Null when it is absent.</summary>
    public FeelValue Value(JsonEncodedText name) => fields.GetValueOrDefault(name.Value);

    public ClockDates Dates(JsonEncodedText name)
    {
        var dates = Context(name);
        FeelValue Required(JsonEncodedText field) =>
            dates.TryGetValue(field.Value, out var found) ? found : throw Missing(field, "value");
        Required(ClockFields.Due).TryGetInt64(out var due);
        return new(
            ParseDay(Required(ClockFields.DueDay).AsString()),
            DateTimeOffset.FromUnixTimeMilliseconds(due),
            dates.TryGetValue(ClockFields.ReminderDay.Value, out var reminder) ? ParseDay(reminder.AsString()) : null,
            Required(ClockFields.Calendar).AsString(),
            dates.TryGetValue(ClockFields.Provisional.Value, out var provisional) && provisional.IsTrue
        );
    }

    private static DateOnly ParseDay(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private FeelContext Context(JsonEncodedText name) =>
        fields.TryGetValue(name.Value, out var value) ? value.AsContext() : throw Missing(name, "object");

    private static InvalidDataException Missing(JsonEncodedText name, string what) =>
        new($"The event has no {what} '{name}'.");
}
