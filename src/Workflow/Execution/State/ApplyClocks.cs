using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Execution.State;

/// <summary>Clocks; part of <see cref="Apply"/>.</summary>
internal static class ApplyClocks
{
    public static void Event(ProcessInstanceState state, WorkflowEvent workflowEvent)
    {
        switch (workflowEvent)
        {
            case ClockStarted e:
                state.Clocks[IndexOf(state, e.ClockId)] = new(
                    e.ClockId,
                    e.StartDay,
                    e.LimitDays,
                    e.RemindBefore,
                    e.Dates
                );
                break;
            case ClockPaused e:
                Get(state, e.ClockId).Pause(e.Day);
                break;
            case ClockResumed e:
                Get(state, e.ClockId).Resume(e.Day);
                Get(state, e.ClockId).Dates = e.Dates;
                break;
            case ClockRecomputed e:
                Get(state, e.ClockId).Dates = e.Dates;
                break;
            case ClockExtended e:
                Get(state, e.ClockId).Extend(e.LimitDays, e.Dates);
                break;
            case ClockReminded e:
                Get(state, e.ClockId).IsReminded = true;
                break;
            case ClockExpired e:
                Get(state, e.ClockId).IsExpired = true;
                break;
            case ClockStopped e:
                Get(state, e.ClockId).Stop(e.Day);
                break;
            default:
                throw new InvalidDataException($"The event {workflowEvent.Kind} can't be applied.");
        }
    }

    private static ClockState Get(ProcessInstanceState state, string id) =>
        state.Clocks[IndexOf(state, id)] ?? throw new InvalidDataException($"The clock '{id}' has not started.");

    private static int IndexOf(ProcessInstanceState state, string id) =>
        state.Definition.IndexOfClock(id) is var index and >= 0
            ? index
            : throw new InvalidDataException($"The definition has no clock '{id}'.");
}
