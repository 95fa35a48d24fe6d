namespace Approvals.Cases.Catalogue;

/// <summary>办理结果: what the applicant holds in the end. Null years: no term, or none known.</summary>
/// <param name="Kind">证照, 批文 or 证明.</param>
/// <param name="LicenceTypeCode">
/// 证照类型代码 (GB/T 36902, 21 characters) of a result that is issued as an electronic licence here; null: the decision is the result.
/// </param>
/// <param name="LicenceFields">
/// FEEL over the answers of the application form: a list of <c>{label: …, value: …}</c>, the lines of the licence.
/// </param>
public sealed record ItemResult(
    string Name,
    string Kind,
    int? ValidityYears = null,
    string? ValidityBasis = null,
    bool? ValidityVerified = null,
    string? LicenceTypeCode = null,
    string? LicenceFields = null
);
