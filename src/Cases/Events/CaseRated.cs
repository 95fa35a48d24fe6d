namespace Approvals.Cases.Events;

/// <summary>好差评: one rating, one to five stars, by the applicant.</summary>
public sealed record CaseRated(DateTimeOffset At, string By, int Stars, Channel Channel, DocumentRef? Comment = null)
    : CaseEvent(At);
