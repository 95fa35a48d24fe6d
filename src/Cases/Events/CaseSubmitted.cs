using System.Text.Json.Serialization;

namespace Approvals.Cases.Events;

/// <summary>取号: the case exists and has its number, before anything else may happen to it.</summary>
public sealed record CaseSubmitted(
    DateTimeOffset At,
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
        long CaseKey,
    string CaseNumber,
    string QueryNumber,
    Channel Channel,
    string By,
    string ItemCode,
    int ItemVersion,
    string ItemName,
    CaseType CaseType,
    string Unit,
    int PromisedDays,
    int LegalDays,
    Applicant Applicant,
    DocumentRef Form,
    IReadOnlyList<MaterialDocument> Documents,
    string? Renews = null
) : CaseEvent(At);
