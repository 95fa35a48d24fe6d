namespace Approvals.Cases;

/// <summary>
/// What a licence will say, fixed by the decision and before any paper is made: its number line (卫证字〔2026〕第 0071 号), its
/// identifier (GB/T 36904), holder and validity in civil days, both included; no end means no term.
/// </summary>
public sealed record LicenceTerms(
    string Number,
    string Identifier,
    string Holder,
    DateOnly ValidFrom,
    DateOnly? ValidTo = null
);
