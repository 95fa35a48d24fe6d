using Approvals.Cases.Handling;
using Approvals.Server.Components.Light;
using Approvals.Server.Reads.Supervise;

namespace Approvals.Server.Components.AlarmList;

/// <summary>Alarms, each with the rule that fired and its condition.</summary>
/// <param name="UnitName">The short name of a unit by its code.</param>
public sealed record AlarmListView(IReadOnlyList<AlarmLine> Alarms, Func<string, string> UnitName)
{
    /// <summary>Red is kept for what is overdue; a breach of procedure is the crossed square.</summary>
    public static LightState LightOf(string rule) =>
        rule == CaseClocks.OverdueRule ? LightState.Late : LightState.Stopped;
}
