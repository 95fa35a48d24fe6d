namespace Approvals.Cases.Events;

/// <summary>补交承诺材料.</summary>
public sealed record PapersSupplied(
    DateTimeOffset At,
    string By,
    IReadOnlyList<MaterialDocument> Documents,
    bool IsComplete
) : CaseEvent(At);
