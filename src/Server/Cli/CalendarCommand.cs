using System.CommandLine;
using Approvals.Server.Operations;

namespace Approvals.Server.Cli;

/// <summary><c>approvals calendar recompute</c>: after a new holiday notice, open limits get their dates by it.</summary>
internal static class CalendarCommand
{
    public static Command Create() =>
        new("calendar", "The calendar of working days.")
        {
            WorkflowOperation.Create(
                new Command(
                    "recompute",
                    "Give running limits their dates by the calendar that is installed, and tell whoever waits for a date that moves."
                ),
                _ => new Recompute()
            ),
        };
}
