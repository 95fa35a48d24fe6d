using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>Writes the fields of one event; null, false and empty ones are left out.</summary>
internal readonly struct EventJson(Utf8JsonWriter writer)
{
    private const string DayFormat = "yyyy-MM-dd";

    public void Type(string type) => writer.WriteString(EventNames.Type, type);

    public void Number(JsonEncodedText name, long value) => writer.WriteNumber(name, value);

    public void Text(JsonEncodedText name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public void Flag(JsonEncodedText name, bool value)
    {
        if (value)
        {
            writer.WriteBoolean(name, true);
        }
    }

    public void Instant(JsonEncodedText name, DateTimeOffset? value)
    {
        if (value is { } instant)
        {
            writer.WriteNumber(name, instant.ToUnixTimeMilliseconds());
        }
    }

    public void Day(JsonEncodedText name, DateOnly value) =>
        writer.WriteString(name, value.ToString(DayFormat, CultureInfo.InvariantCulture));

    public void Texts(JsonEncodedText name, ImmutableArray<string> values)
    {
        if (values.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    /// <summary>An array of two-element arrays: order and repeated keys stay.</summary>
    public void Pairs(JsonEncodedText name, ImmutableArray<KeyValuePair<string, string>> pairs)
    {
        if (pairs.IsEmpty)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var (key, value) in pairs)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(key);
            writer.WriteStringValue(value);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    public void Variables(JsonEncodedText name, ImmutableArray<Variable> variables)
    {
        writer.WritePropertyName(name);
        JournalValue.WriteEntries(writer, variables);
    }

    public void Value(JsonEncodedText name, FeelValue value)
    {
        if (!value.IsNull)
        {
            writer.WritePropertyName(name);
            JournalValue.Write(writer, value);
        }
    }

    public void Dates(JsonEncodedText name, ClockDates dates)
    {
        writer.WriteStartObject(name);
        Day(ClockFields.DueDay, dates.DueDay);
        Instant(ClockFields.Due, dates.Due);
        if (dates.ReminderDay is { } reminder)
        {
            Day(ClockFields.ReminderDay, reminder);
        }

        Text(ClockFields.Calendar, dates.CalendarVersion);
        Flag(ClockFields.Provisional, dates.IsProvisional);
        writer.WriteEndObject();
    }
}
