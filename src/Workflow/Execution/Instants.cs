namespace Approvals.Workflow.Execution;

/// <summary>Instants are whole milliseconds in UTC everywhere in events and state, so that what is stored is what was decided.</summary>
internal static class Instants
{
    public static DateTimeOffset Truncate(DateTimeOffset instant) =>
        DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());
}
