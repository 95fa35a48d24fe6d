using Approvals.Cases.Events;

namespace Approvals.Server.Reads.Cases;

/// <summary>One event of a case with who did it and the papers that it led to.</summary>
public sealed record CaseHappening(CaseEvent Event, Doer By, IReadOnlyList<CaseDocument> Documents, JournalProof Proof)
{
    public DateTimeOffset At => Event.At;
}
