using System.Text.Json;
using Approvals.Kernel.Journal;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;

namespace Approvals.Workflow.Runtime.Messages;

/// <summary>What became of a message, in the journal: its stream is its key. First it is published, then correlated or expired.</summary>
internal static class MessageJournal
{
    public const string EventType = "workflow.message";
    public const int SchemaVersion = 1;

    public static void Published(TurnScope scope, long key, MessagePublication message, byte[] variables) =>
        Append(
            scope,
            key,
            1,
            json =>
            {
                json.WriteString("event", "published");
                json.WriteString("name", message.Name);
                json.WriteString("correlation", message.CorrelationKey);
                json.WriteString("messageId", message.MessageId);
                json.WriteNumber("expires", (scope.Now + message.TimeToLive).ToUnixTimeMilliseconds());
                json.WriteBase64String("variables", variables);
            }
        );

    public static void Correlated(TurnScope scope, long key, long instance) =>
        Append(
            scope,
            key,
            2,
            json =>
            {
                json.WriteString("event", "correlated");
                json.WriteString("instance", instance.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        );

    public static void Expired(TurnScope scope, long key) =>
        Append(scope, key, 2, json => json.WriteString("event", "expired"));

    /// <summary>Does to the table what the record says.</summary>
    /// <exception cref="InvalidDataException">The record is none of these.</exception>
    public static void Fold(SqlSession session, JournalRecord record)
    {
        using var document = JsonDocument.Parse(record.Data);
        var fields = document.RootElement;
        switch (fields.GetProperty("event").GetString())
        {
            case "published":
                MessageInbox.Put(
                    session,
                    record.Stream,
                    fields.GetProperty("name").GetString()!,
                    fields.GetProperty("correlation").GetString(),
                    fields.GetProperty("variables").GetBytesFromBase64(),
                    fields.GetProperty("messageId").GetString(),
                    record.At,
                    DateTimeOffset.FromUnixTimeMilliseconds(fields.GetProperty("expires").GetInt64())
                );
                break;
            case "correlated" or "expired":
                MessageInbox.Remove(session, record.Stream);
                break;
            default:
                throw new InvalidDataException("The record says nothing that happens to a message.");
        }
    }

    private static void Append(TurnScope scope, long key, long version, Action<Utf8JsonWriter> fields)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }

        scope.Append(key, version, EventType, SchemaVersion, bytes.ToArray());
    }
}
