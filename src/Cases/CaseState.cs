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

    /// <summary>办件类型.</summary>
    public required CaseType Type { get; init; }

    /// <summary>The unit that has the case now.</summary>
    public required string Unit { get; init; }

    /// <summary>The unit that accepted it; another than <see cref="Unit"/> while an upper level decides.</summary>
    public required string FirstUnit { get; init; }

    /// <summary>The unit that decided, when it is not the one that has the case.</summary>
    public string? DecidingUnit { get; init; }

    /// <summary>取号.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    public required Applicant Applicant { get; init; }

    public required CaseStage Stage { get; init; }

    /// <summary>The latest form.</summary>
    public required DocumentRef Form { get; init; }

    /// <summary>The latest documents of every material.</summary>
    public required ImmutableList<MaterialDocument> Documents { get; init; }

    /// <summary>承诺时限 in working days, as it is now.</summary>
    public int PromisedDays { get; init; }

    /// <summary>Papers were handed in over the counter.</summary>
    public bool IsAtWindow { get; init; }

    public bool IsAccepted { get; init; }

    /// <summary>When somebody at the window took the case up; from here the minutes of an immediate case count.</summary>
    public DateTimeOffset? TakenUpAt { get; init; }

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

    /// <summary>Who is to sign the licence; null when nobody is asked to.</summary>
    public LicenceDraft? LicenceDraft { get; init; }

    /// <summary>The signatures made so far, in order.</summary>
    public ImmutableList<LicenceSigned> LicenceSignatures { get; init; } = [];

    /// <summary>What people signed besides the licence, in order.</summary>
    public ImmutableList<PaperSigned> PaperSignatures { get; init; } = [];

    public DocumentRef? LicenceDocument { get; init; }

    /// <summary>Whose signature is next; null when there is none to come.</summary>
    public LicenceSignatory? NextSignatory =>
        LicenceDraft is { } draft && LicenceSignatures.Count < draft.Signatories.Count
            ? draft.Signatories[LicenceSignatures.Count]
            : null;

    /// <summary>The licence with the signatures made so far; null before the first.</summary>
    public DocumentRef? SignedLicence => LicenceSignatures.Count > 0 ? LicenceSignatures[^1].Document : null;

    public CaseRefused? Refusal { get; init; }

    public CaseNotAccepted? NonAcceptance { get; init; }

    /// <summary>The latest demand to put right what was promised (承诺告知件).</summary>
    public RectificationRequired? Rectification { get; init; }

    public CaseRevoked? Revocation { get; init; }

    /// <summary>Not null when the case was accepted by silence: the civil day of receipt.</summary>
    public DateOnly? DeemedFrom { get; init; }

    /// <summary>The latest special procedure.</summary>
    public SpecialProcedureBegun? Special { get; init; }

    /// <summary>The departments asked (联办件).</summary>
    public ImmutableList<Branch> Branches { get; init; } = [];

    /// <summary>The latest inspection arranged.</summary>
    public InspectionArranged? Inspection { get; init; }

    public InspectionRecorded? InspectionRecord { get; init; }

    public MeetingRecorded? Meeting { get; init; }

    /// <summary>The latest extension asked for.</summary>
    public ExtensionRequested? Extension { get; init; }

    /// <summary>Working days by which the limits were extended; 0 when they were not.</summary>
    public int ExtendedDays { get; init; }

    /// <summary>The departments that the last change of type named.</summary>
    public ImmutableList<AskedDepartment> Asked { get; init; } = [];

    public CaseReturned? Return { get; init; }

    public PapersHandedBack? HandedBack { get; init; }

    /// <summary>What the applicant undertook to hand in and has not (先办后补).</summary>
    public ImmutableList<OwedPaper> Owed { get; init; } = [];

    public CaseResult? Result { get; init; }

    /// <summary>The licence that the application renews, by its identifier.</summary>
    public string? Renews { get; init; }

    /// <summary>Not null when the licence has ceased after the case was closed.</summary>
    public LicenceEnding? LicenceEnding { get; init; }

    public bool IsRated { get; init; }

    /// <summary>The lead unit, the departments asked, and in a green channel those with which its meeting is held.</summary>
    public IReadOnlyList<string> Participants(Catalogue.Item item)
    {
        var meeting =
            Type != CaseType.GreenChannel ? []
            : Asked.Count > 0 ? Asked.Select(asked => asked.Unit)
            : (item.Handling?.Branches ?? []).Select(branch => branch.Unit);
        return
        [
            .. Branches.Select(branch => branch.Unit).Concat(meeting).Prepend(Unit).Distinct(StringComparer.Ordinal),
        ];
    }
}
