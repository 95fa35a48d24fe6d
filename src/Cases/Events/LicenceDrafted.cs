namespace Approvals.Cases.Events;

/// <summary>拟证: people are to sign the licence, these and in this order.</summary>
public sealed record LicenceDrafted(DateTimeOffset At, IReadOnlyList<LicenceSignatory> Signatories) : CaseEvent(At);
