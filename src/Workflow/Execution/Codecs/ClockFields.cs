using System.Text.Json;

namespace Approvals.Workflow.Execution.Codecs;

/// <summary>The names inside <c>dates</c> of clock events; stored, never renamed.</summary>
internal static class ClockFields
{
    public static readonly JsonEncodedText DueDay = JsonEncodedText.Encode("dueDay");
    public static readonly JsonEncodedText Due = JsonEncodedText.Encode("due");
    public static readonly JsonEncodedText ReminderDay = JsonEncodedText.Encode("reminderDay");
    public static readonly JsonEncodedText Calendar = JsonEncodedText.Encode("calendar");
    public static readonly JsonEncodedText Provisional = JsonEncodedText.Encode("provisional");
}
