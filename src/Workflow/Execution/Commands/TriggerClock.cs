using Approvals.Workflow.Execution.Clocks;

namespace Approvals.Workflow.Execution.Commands;

/// <summary>A running clock has reached its reminder or the end of its limit.</summary>
public sealed record TriggerClock(string ClockId, ClockTrigger Trigger) : EngineCommand;
