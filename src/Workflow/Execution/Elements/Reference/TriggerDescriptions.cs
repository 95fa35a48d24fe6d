using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Execution.Elements.Reference;

/// <summary>What the reference says of one kind of event definition (BPMN §10.5.5).</summary>
/// <param name="Places">Where it may stand: S start of a process, E start of an event sub-process, C intermediate catch, B boundary,
/// T intermediate throw, X end.</param>
internal sealed record TriggerDescription(Type Trigger, string Name, string Places, string Executed);

/// <summary>Every kind of trigger and result.</summary>
internal static class TriggerDescriptions
{
    public static IReadOnlyList<TriggerDescription> All { get; } =
    [
        new(
            typeof(MessageTrigger),
            "Message",
            "SECBTX",
            "By name and, with `zeebe:subscription`, correlation key; a thrown one takes along what its input mappings made."
        ),
        new(
            typeof(TimerTrigger),
            "Timer",
            "SECB",
            "Date, duration or cycle, as ISO 8601 text or FEEL; without an offset in Asia/Shanghai. A cycle repeats where the event does not interrupt."
        ),
        new(
            typeof(SignalTrigger),
            "Signal",
            "SECBTX",
            "By name, to everybody who waits in the same step, oldest first, then to the other instances; kept for nobody."
        ),
        new(
            typeof(ConditionalTrigger),
            "Conditional",
            "SECB",
            "Happens when the condition turns true, at once when it already is; looked at after every change of variables. What can't be evaluated is not true."
        ),
        new(
            typeof(ErrorTrigger),
            "Error",
            "EBX",
            "Goes outwards to the nearest that catches its code, or any, through call activities too, and ends what it leaves; uncaught it is an incident."
        ),
        new(
            typeof(EscalationTrigger),
            "Escalation",
            "EBTX",
            "Goes outwards as an error does, interrupting only where its catcher does; uncaught nothing happens."
        ),
        new(
            typeof(CompensationTrigger),
            "Compensation",
            "EBTX",
            "Runs the handlers of completed activities of the scope, the latest first; waits for them unless told not to."
        ),
        new(typeof(CancelTrigger), "Cancel", "BX", "Of a transaction."),
        new(typeof(LinkTrigger), "Link", "CT", "Goes on elsewhere in the same scope."),
        new(typeof(TerminateTrigger), "Terminate", "X", "Ends the scope."),
    ];
}
