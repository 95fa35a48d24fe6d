using Approvals.Cases.Events;

namespace Approvals.Cases.Printing;

/// <summary>
/// A column at the foot of a licence: who took this part, by the last event of it. The order is that of signing; the department's
/// seal comes after all of them.
/// </summary>
/// <param name="Field">Name of the signature field, where the part is signed for.</param>
public sealed record LicenceRole(string Field, string Title, Func<CaseEvent, string?> Doer)
{
    public static readonly IReadOnlyList<LicenceRole> All =
    [
        new("window", "窗口", happened => (happened as CaseAccepted)?.By),
        new("review", "审查", happened => (happened as CaseReviewed)?.By),
        new("decide", "审批人", happened => (happened as CaseApproved)?.By),
    ];

    public (string By, DateTimeOffset At)? LastAct(IReadOnlyList<CaseEvent> events)
    {
        for (var i = events.Count - 1; i >= 0; i--)
        {
            if (Doer(events[i]) is { } by)
            {
                return (by, events[i].At);
            }
        }

        return null;
    }
}
