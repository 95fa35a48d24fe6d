using Approvals.Kernel.Calendar;

namespace Approvals.Workflow.Simulation;

/// <summary>What <c>approvals workflow run</c> was asked.</summary>
public sealed record ModelRunOptions
{
    /// <summary>The virtual clock starts here: Monday 2026-01-05, 09:00 in Shanghai.</summary>
    public static readonly DateTimeOffset Begin = new(2026, 1, 5, 9, 0, 0, CivilTime.Offset);

    /// <summary>The processes to start, in order; empty for the only executable one.</summary>
    public IReadOnlyList<string> ProcessIds { get; init; } = [];

    /// <summary>A JSON object with the variables of every started instance, or null.</summary>
    public string? Variables { get; init; }

    /// <summary>A JSON array of messages <c>{name, correlationKey?, variables?, at?}</c>, or null.</summary>
    public string? Messages { get; init; }

    /// <summary>
    /// <c>--unbound=complete</c>: all tasks are finished and the clock moves to the next timer. Otherwise a task without a
    /// worker is an incident, people, messages and timers are waited for.
    /// </summary>
    public bool CompleteUnbound { get; init; }

    /// <summary>After so many element activations of all instances together the run is an incident.</summary>
    public int MaxSteps { get; init; } = 1_000_000;

    /// <summary>One line per event before the last line.</summary>
    public bool Trace { get; init; }

    /// <summary>JSON lines, else words.</summary>
    public bool Json { get; init; }

    public WorkingCalendar Calendar { get; init; } = new("none", [], []);
}
