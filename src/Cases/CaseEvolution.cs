using System.Collections.Immutable;
using Approvals.Cases.Events;

namespace Approvals.Cases;

/// <summary>The only code that changes the state of a case. Total over events that a decision made, in their order.</summary>
public static class CaseEvolution
{
    public static CaseState Evolve(CaseState? state, CaseEvent happened) =>
        happened is CaseSubmitted submitted
            ? Begin(submitted)
            : EvolveBegun(
                Settle(
                    state ?? throw new InvalidOperationException($"{happened.GetType().Name} before the case began."),
                    happened
                ),
                happened
            );

    public static CaseState? Fold(IEnumerable<CaseEvent> events) =>
        events.Aggregate((CaseState?)null, (state, happened) => Evolve(state, happened));

    private static CaseState Begin(CaseSubmitted submitted) =>
        new()
        {
            Key = submitted.CaseKey,
            CaseNumber = submitted.CaseNumber,
            QueryNumber = submitted.QueryNumber,
            ItemCode = submitted.ItemCode,
            ItemVersion = submitted.ItemVersion,
            Type = submitted.CaseType,
            Unit = submitted.Unit,
            FirstUnit = submitted.Unit,
            SubmittedAt = submitted.At,
            TakenUpAt = submitted.Channel == Channel.Window ? submitted.At : null,
            Applicant = submitted.Applicant,
            PromisedDays = submitted.PromisedDays,
            Renews = submitted.Renews,
            IsAtWindow = submitted.Channel == Channel.Window,
            Stage = CaseStage.Submitted,
            Form = submitted.Form,
            Documents = [.. submitted.Documents],
        };

    /// <summary>What ends a step ends its waiting for signers; the papers of an earlier step, and an answer to an urging, may come meanwhile.</summary>
    private static CaseState Settle(CaseState state, CaseEvent happened) =>
        state.Pending is not null && happened is not (NoticeIssued or LicenceIssued or UrgeAnswered)
            ? state with
            {
                Pending = null,
            }
            : state;

    private static CaseState EvolveBegun(CaseState state, CaseEvent happened) =>
        happened switch
        {
            CaseAccepted accepted => WithNumber(state, NoticeKind.Acceptance, accepted.NoticeNumber) with
            {
                Stage = CaseStage.Reviewing,
                IsAccepted = true,
            },
            CaseDeemedAccepted deemed => WithNumber(state, NoticeKind.Acceptance, deemed.NoticeNumber) with
            {
                Stage = CaseStage.Reviewing,
                IsAccepted = true,
                DeemedFrom = deemed.ReceivedOn,
            },
            SpecialProcedureBegun begun => WithNumber(state, NoticeKind.SpecialProcedure, begun.NoticeNumber) with
            {
                Stage = CaseStage.Suspended,
                Special = begun,
            },
            SpecialProcedureEnded => state with { Stage = CaseStage.Reviewing },
            CaseReferred referred => WithNumber(state, NoticeKind.Referral, referred.NoticeNumber) with
            {
                Unit = referred.To,
                DecidingUnit = referred.To,
            },
            CaseAnsweredBack answered => state with { Unit = answered.To },
            BranchesOpened or OpinionGiven or OpinionDefaulted => Joining.Evolve(state, happened),
            InspectionArranged or InspectionRecorded or MeetingRecorded => Joining.Evolve(state, happened),
            ExtensionRequested or ExtensionGranted or ExtensionDeclined => Rerouting.Evolve(state, happened),
            CaseTypeChanged or CaseReturned or PapersHandedBack => Rerouting.Evolve(state, happened),
            PapersPromised or PapersSupplied or PapersAwaited or UndertakingBroken => Rerouting.Evolve(state, happened),
            LicenceWithdrawn or LicenceReplaced => Rerouting.Evolve(state, happened),
            CorrectionRequested requested => WithNumber(state, NoticeKind.Correction, requested.NoticeNumber) with
            {
                Stage =
                    requested.During == CaseStage.Reviewing
                        ? CaseStage.CorrectingForReview
                        : CaseStage.CorrectingForAcceptance,
                Correction = requested,
            },
            CorrectionSubmitted submitted => state with
            {
                Stage = state.Correction!.During,
                Form = submitted.Form ?? state.Form,
                Documents = Replace(state.Documents, submitted.Documents),
            },
            CaseReviewed reviewed => state with { Stage = CaseStage.Deciding, Review = reviewed },
            CaseSentBack or ReviewWithdrawn => state with { Stage = CaseStage.Reviewing, Review = null },
            StepSubmitted submitted => state with { Pending = new(submitted.By, submitted.Task, submitted.Step) },
            StepReopened => state with { Pending = null },
            CaseTakenUp taken => state with { TakenUpAt = taken.At },
            CaseApproved approved => Approve(state, approved),
            CaseRefused refused => WithNumber(state, NoticeKind.Refusal, refused.NoticeNumber) with
            {
                Stage = CaseStage.Refused,
                IsAccepted = true,
                Refusal = refused,
            },
            CaseNotAccepted declined => WithNumber(state, NoticeKind.NonAcceptance, declined.NoticeNumber) with
            {
                Stage = CaseStage.NotAccepted,
                NonAcceptance = declined,
            },
            NoticeIssued issued => state with { Notices = state.Notices.SetItem(issued.Kind, issued.Document) },
            LicenceDrafted drafted => state with { LicenceDraft = new(drafted.At, drafted.Signatories) },
            PaperSigned signed => state with { PaperSignatures = state.PaperSignatures.Add(signed) },
            LicenceSigned signed => state with { LicenceSignatures = state.LicenceSignatures.Add(signed) },
            LicenceIssued issued => state with { Stage = CaseStage.Licensed, LicenceDocument = issued.Document },
            ResultHandedOut or RectificationSubmitted => state with { Stage = CaseStage.Verifying },
            CommitmentConfirmed confirmed => WithNumber(state, NoticeKind.CheckRecord, confirmed.NoticeNumber) with
            {
                Stage = CaseStage.Verified,
            },
            RectificationRequired required => WithNumber(state, NoticeKind.Rectification, required.NoticeNumber) with
            {
                Stage = CaseStage.Rectifying,
                Rectification = required,
            },
            CaseRevoked revoked => WithNumber(state, NoticeKind.Revocation, revoked.NoticeNumber) with
            {
                Stage = CaseStage.Revoked,
                Revocation = revoked,
            },
            CaseClosed closed => state with { Stage = CaseStage.Closed, Result = closed.Result },
            UrgeAnswered => state,
            CaseRated => state with { IsRated = true },
            CaseWithdrawn => state with { Stage = CaseStage.Withdrawn, Result = CaseResult.Withdrawn },
            _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
        };

    /// <summary>A decision on the spot accepts and decides in one.</summary>
    private static CaseState Approve(CaseState state, CaseApproved approved)
    {
        var numbered = WithNumber(state, NoticeKind.Approval, approved.NoticeNumber) with
        {
            Stage = CaseStage.Approved,
            IsAccepted = true,
            Licence = approved.Licence,
        };
        return approved.CommitmentNumber is { } commitment
            ? WithNumber(numbered, NoticeKind.Commitment, commitment)
            : numbered;
    }

    internal static CaseState WithNumber(CaseState state, NoticeKind kind, string number) =>
        state with
        {
            NoticeNumbers = state.NoticeNumbers.SetItem(kind, number),
            // A second paper of a kind (another special procedure) is another paper.
            Notices = state.Notices.Remove(kind),
        };

    internal static ImmutableList<MaterialDocument> Replace(
        ImmutableList<MaterialDocument> present,
        IReadOnlyList<MaterialDocument> submitted
    )
    {
        var replaced = submitted.Select(document => document.Material).ToHashSet(StringComparer.Ordinal);
        return present.RemoveAll(document => replaced.Contains(document.Material)).AddRange(submitted);
    }
}
