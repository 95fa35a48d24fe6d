namespace Approvals.Cases.Catalogue;

/// <summary>
/// 法定时限 and 承诺时限 in working days (行政许可法 art. 42, 82). <see cref="LegalText"/> and <see cref="LegalUnit"/> are what
/// the law says, <see cref="Conversion"/> how it became working days. A promise of 0 is the same visit.
/// </summary>
public sealed record TimeLimits(
    int LegalDays,
    int PromisedDays,
    string LegalText,
    string LegalUnit,
    string Basis,
    bool Verified,
    string? Conversion = null
);
