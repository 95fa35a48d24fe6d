using Approvals.Kernel;
using Approvals.Kernel.Calendar;

namespace Approvals.Workflow.Execution;

/// <summary>Everything a step may know besides the state: it asks nobody else.</summary>
/// <param name="Now">The instant of the command. The engine works in whole milliseconds.</param>
/// <param name="Actor">Who acts; for what happens by itself a <see cref="Kernel.Actor.System"/>.</param>
public sealed record StepContext(DateTimeOffset Now, WorkingCalendar Calendar, Actor Actor)
{
    /// <summary>After so many element activations the step ends and says that there is more.</summary>
    public int MaxElementSteps { get; init; } = 1000;

    /// <summary>The processes that call activities call; null: there are none.</summary>
    public ICalledProcesses? CalledProcesses { get; init; }

    /// <summary>The decisions that business rule tasks call; null: there are none.</summary>
    public IDecisions? Decisions { get; init; }
}
