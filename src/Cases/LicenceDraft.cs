namespace Approvals.Cases;

/// <summary>
/// 拟证: the instant from which everything the licence says follows, and whose signatures it calls for, in their order. Fixed once, before
/// the first of them signs.
/// </summary>
public sealed record LicenceDraft(DateTimeOffset At, IReadOnlyList<LicenceSignatory> Signatories);

/// <param name="Field">The signature field on the paper: <c>window</c>, <c>review</c>, <c>decide</c>.</param>
/// <param name="Person">Who acted in that part and is to sign for it; an actor's id.</param>
public sealed record LicenceSignatory(string Field, string Person);
