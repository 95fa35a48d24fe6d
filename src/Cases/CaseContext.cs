using Approvals.Cases.Catalogue;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Organisations;

namespace Approvals.Cases;

/// <summary>
/// What a decision may know beside state and command: the instant, the actor, the item version and unit of the case, its key,
/// and the next number of the series that <see cref="CaseDecider.SeriesOf"/> names for the command (0 when it names none).
/// </summary>
public sealed record CaseContext(
    DateTimeOffset Now,
    Actor Actor,
    ItemVersion Item,
    Unit Unit,
    long CaseKey,
    int Sequence = 0,
    WorkingCalendar? Calendar = null
)
{
    /// <summary>UTC in whole milliseconds, as the journal keeps instants.</summary>
    public DateTimeOffset Now { get; } = DateTimeOffset.FromUnixTimeMilliseconds(Now.ToUnixTimeMilliseconds());

    /// <summary>The last day of a limit of that many working days that begins today (行政许可法 art. 82).</summary>
    public DateOnly WorkingDay(int days) =>
        (Calendar ?? throw new InvalidOperationException("No calendar was passed.")).AddWorkingDays(Today, days);

    /// <summary>The civil day of <see cref="Now"/>.</summary>
    public DateOnly Today => CivilTime.DateOf(Now);
}
