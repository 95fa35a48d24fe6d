using System.Collections.Immutable;
using Approvals.Cases.Events;

namespace Approvals.Cases;

/// <summary>What the deciding of a case needs to know; a fold of its events by <see cref="CaseEvolution"/>.</summary>
public sealed record CaseState
{
    public required long Key { get; init; }

    public required string CaseNumber { get; init; }

    public required string QueryNumber { get; init; }

    public required string ItemCode { get; init; }

    public required int ItemVersion { get; init; }

    public required string Unit { get; init; }

    public required Applicant Applicant { get; init; }

    public required CaseStage Stage { get; init; }

    /// <summary>The latest form.</summary>
    public required DocumentRef Form { get; init; }

    /// <summary>The latest documents of every material.</summary>
    public required ImmutableList<MaterialDocument> Documents { get; init; }

    public bool IsAccepted { get; init; }

    /// <summary>The one correction notice, once sent.</summary>
    public CorrectionRequested? Correction { get; init; }

    public CaseReviewed? Review { get; init; }

    /// <summary>A step that waits for signers.</summary>
    public PendingStep? Pending { get; init; }

    /// <summary>Numbers given out to papers, by kind; a worker makes the paper afterwards.</summary>
    public ImmutableDictionary<NoticeKind, string> NoticeNumbers { get; init; } =
        ImmutableDictionary<NoticeKind, string>.Empty;

    /// <summary>Papers that exist.</summary>
    public ImmutableDictionary<NoticeKind, DocumentRef> Notices { get; init; } =
        ImmutableDictionary<NoticeKind, DocumentRef>.Empty;

    /// <summary>What the approval fixed, when the result is a licence.</summary>
    public LicenceTerms? Licence { get; init; }

    public DocumentRef? LicenceDocument { get; init; }

    public CaseRefused? Refusal { get; init; }

    public CaseNotAccepted? NonAcceptance { get; init; }

    public CaseResult? Result { get; init; }

    public bool IsRated { get; init; }
}
