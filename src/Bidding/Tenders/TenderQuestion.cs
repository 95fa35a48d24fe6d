namespace Approvals.Bidding.Tenders;

/// <summary>提问与答复; the texts are documents.</summary>
/// <param name="Answer">Null while it waits.</param>
public sealed record TenderQuestion(
    long Key,
    DateTimeOffset AskedAt,
    long Document,
    DateTimeOffset? AnsweredAt = null,
    long? Answer = null
);
