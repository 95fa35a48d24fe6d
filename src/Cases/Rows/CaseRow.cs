using Approvals.Cases.Clocks;

namespace Approvals.Cases.Rows;

/// <summary>
/// One case in the work list, on the applicant's page and on the board: a function of its events (<see cref="CaseProjection"/>)
/// and, for <see cref="Clock"/>, of the engine's clock events.
/// </summary>
public sealed record CaseRow
{
    public required long Key { get; init; }

    /// <summary>办件编号, 43 characters or more.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>查询号, digits only.</summary>
    public required string QueryNumber { get; init; }

    public required string ItemCode { get; init; }

    public required string ItemName { get; init; }

    public required int ItemVersion { get; init; }

    public required CaseType CaseType { get; init; }

    public required string Unit { get; init; }

    public required Channel Channel { get; init; }

    public required string ApplicantId { get; init; }

    /// <summary>An organisation's name, or a citizen's masked one.</summary>
    public required string ApplicantName { get; init; }

    public required CaseStage Stage { get; init; }

    /// <summary>环节, in zh-Hans.</summary>
    public required string Step { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>When the window took an immediate case up; the minutes until <see cref="DecidedAt"/> are measured.</summary>
    public DateTimeOffset? TakenUpAt { get; init; }

    /// <summary>Approved, refused or not accepted.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Closed or withdrawn.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Since when the case stands at its step.</summary>
    public required DateTimeOffset StepSince { get; init; }

    public required int PromisedDays { get; init; }

    public required int LegalDays { get; init; }

    /// <summary>Written by the engine's clock events, never by <see cref="CaseProjection"/>.</summary>
    public RowClock? Clock { get; init; }

    /// <summary>The one correction notice was sent.</summary>
    public bool IsCorrected { get; init; }

    public CaseResult? Result { get; init; }

    /// <summary>证照标识 of the issued licence.</summary>
    public string? LicenceIdentifier { get; init; }

    public int? Stars { get; init; }
}
