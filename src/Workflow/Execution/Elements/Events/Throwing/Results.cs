using System.Collections.Immutable;
using System.Diagnostics;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Elements.Events.Throwing;

/// <summary>The results of an event, each given by its kind, in the order of the file.</summary>
internal static class Results
{
    private static readonly ThrownMessage Message = new();
    private static readonly ThrownSignal Signal = new();
    private static readonly ThrownError Error = new();
    private static readonly ThrownEscalation Escalation = new();
    private static readonly ThrownCompensation Compensation = new();
    private static readonly ThrownCancel Cancel = new();
    private static readonly ThrownTerminate Terminate = new();

    public static Fault? Check(EngineStep step, ElementInstance thrower, ImmutableArray<EventTrigger> results)
    {
        foreach (var result in results)
        {
            if (Of(result).Check(step, thrower, result) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    public static void Give(EngineStep step, ElementInstance thrower, ImmutableArray<EventTrigger> results)
    {
        foreach (var result in results)
        {
            Of(result).Give(step, thrower, result);
        }
    }

    private static ThrownResult Of(EventTrigger result) =>
        result switch
        {
            MessageTrigger => Message,
            SignalTrigger => Signal,
            ErrorTrigger => Error,
            EscalationTrigger => Escalation,
            CompensationTrigger => Compensation,
            CancelTrigger => Cancel,
            TerminateTrigger => Terminate,
            _ => throw new UnreachableException(),
        };
}
