using System.Collections.Immutable;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>
/// A limit in working days (办理时限) from <c>approvals:clock</c>: it starts and stops where a flow is taken or an element
/// completes and stands still while one of the pausing elements is active (行政许可法 arts. 42, 45, 82).
/// </summary>
public sealed class ClockDefinition
{
    public required string Id { get; init; }
    public required string? Name { get; init; }

    /// <summary>FEEL that gives the limit in whole working days, at least 1.</summary>
    public required FeelExpression Limit { get; init; }

    /// <summary>
    /// FEEL that gives the day from which the days count, itself not counted, when that is not the day on which the clock starts
    /// (视为受理之日); null, or a null value, for the latter.
    /// </summary>
    public required FeelExpression? StartDay { get; init; }

    /// <summary>
    /// FEEL that gives the pauses of the clock that this one goes on from, a list of <c>{from, through}</c> (days, both included); null, or a null value,
    /// for none. With <see cref="StartDay"/> it hands a limit over from one instance of a matter to the next.
    /// </summary>
    public required FeelExpression? EarlierPauses { get; init; }

    /// <summary>FEEL that gives the working days by which the limit grows where an extending flow is taken (延期); null when there is none.</summary>
    public required FeelExpression? ExtendBy { get; init; }

    /// <summary>The reminder comes this many counted days before the last one; 0 for none.</summary>
    public required int RemindBefore { get; init; }

    public required string? LegalBasis { get; init; }
    public required SourcePosition Position { get; init; }

    /// <summary>Indexes of the elements while which the clock stands.</summary>
    public required ImmutableArray<int> PauseOn { get; init; }
}

/// <summary>The clocks (by index) that an element or a flow touches.</summary>
public sealed record ClockLinks(
    ImmutableArray<int> Starts,
    ImmutableArray<int> Stops,
    ImmutableArray<int> Pauses,
    ImmutableArray<int> Extends
);
