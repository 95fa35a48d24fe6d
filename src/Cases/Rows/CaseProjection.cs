using Approvals.Cases.Events;

namespace Approvals.Cases.Rows;

/// <summary>Folds a case's events into its row; leaves <see cref="CaseRow.Clock"/> alone.</summary>
public static class CaseProjection
{
    public static CaseRow Apply(CaseRow? row, CaseEvent happened)
    {
        if (happened is CaseSubmitted submitted)
        {
            return Begin(submitted);
        }

        if (row is null)
        {
            throw new InvalidOperationException($"{happened.GetType().Name} before the case began.");
        }

        var at = happened.At;
        return happened switch
        {
            CaseAccepted => At(row, CaseStage.Reviewing, at) with { AcceptedAt = at },
            CaseDeemedAccepted => At(row, CaseStage.Reviewing, at) with { AcceptedAt = row.SubmittedAt },
            SpecialProcedureBegun => At(row, CaseStage.Suspended, at),
            SpecialProcedureEnded or InspectionRecorded => At(row, CaseStage.Reviewing, at),
            CaseReferred referred => row with { Unit = referred.To },
            CaseAnsweredBack answered => row with { Unit = answered.To },
            BranchesOpened => At(row, CaseStage.Consulting, at),
            OpinionGiven { IsLast: true } or OpinionDefaulted { IsLast: true } => At(row, CaseStage.Reviewing, at),
            OpinionGiven or OpinionDefaulted or MeetingRecorded => row,
            InspectionArranged => At(row, CaseStage.Inspecting, at),
            CorrectionRequested request => At(
                row,
                request.During == CaseStage.Reviewing
                    ? CaseStage.CorrectingForReview
                    : CaseStage.CorrectingForAcceptance,
                at
            ) with
            {
                IsCorrected = true,
            },
            CorrectionSubmitted => At(
                row,
                row.Stage == CaseStage.CorrectingForReview ? CaseStage.Reviewing : CaseStage.Submitted,
                at
            ),
            ExtensionRequested => At(row, CaseStage.Extending, at),
            ExtensionGranted or ExtensionDeclined or UndertakingBroken => At(row, CaseStage.Reviewing, at),
            CaseTypeChanged changed => row with { CaseType = changed.To, PromisedDays = changed.PromisedDays },
            CaseReturned => At(row, CaseStage.Returned, at) with
            {
                CaseType = CaseType.Returned,
                DecidedAt = at,
                Result = CaseResult.Returned,
            },
            PapersSupplied { IsComplete: true } when row.Stage == CaseStage.Supplying => At(
                row,
                CaseStage.Reviewing,
                at
            ),
            PapersAwaited => At(row, CaseStage.Supplying, at),
            PapersHandedBack
            or PapersPromised
            or PapersSupplied
            or LicenceWithdrawn
            or LicenceReplaced
            or UrgeAnswered => row,
            CaseReviewed => At(row, CaseStage.Deciding, at),
            CaseSentBack or ReviewWithdrawn => At(row, CaseStage.Reviewing, at),
            CaseTakenUp => row with { TakenUpAt = at },
            CaseApproved => At(row, CaseStage.Approved, at) with
            {
                AcceptedAt = row.AcceptedAt ?? at,
                DecidedAt = at,
                Result = CaseResult.Granted,
            },
            CaseRefused => At(row, CaseStage.Refused, at) with
            {
                AcceptedAt = row.AcceptedAt ?? at,
                DecidedAt = at,
                Result = CaseResult.Refused,
            },
            ResultHandedOut or RectificationSubmitted => At(row, CaseStage.Verifying, at),
            CommitmentConfirmed => At(row, CaseStage.Verified, at),
            RectificationRequired => At(row, CaseStage.Rectifying, at),
            CaseRevoked => At(row, CaseStage.Revoked, at) with { Result = CaseResult.Revoked },
            CaseNotAccepted => At(row, CaseStage.NotAccepted, at) with
            {
                DecidedAt = at,
                Result = CaseResult.NotAccepted,
            },
            LicenceIssued issued => At(row, CaseStage.Licensed, at) with
            {
                LicenceIdentifier = issued.Terms.Identifier,
            },
            CaseClosed closed => At(row, CaseStage.Closed, at) with { ClosedAt = at, Result = closed.Result },
            CaseWithdrawn => At(row, CaseStage.Withdrawn, at) with { ClosedAt = at, Result = CaseResult.Withdrawn },
            CaseRated rated => row with { Stars = rated.Stars },
            NoticeIssued or StepSubmitted or StepReopened or LicenceDrafted or LicenceSigned or PaperSigned => row,
            _ => throw new InvalidOperationException($"No projection for {happened.GetType().Name}."),
        };
    }

    private static CaseRow At(CaseRow row, CaseStage stage, DateTimeOffset since) =>
        row with
        {
            Stage = stage,
            Step = stage.Caption(),
            StepSince = since,
        };

    private static CaseRow Begin(CaseSubmitted submitted) =>
        new()
        {
            Key = submitted.CaseKey,
            CaseNumber = submitted.CaseNumber,
            QueryNumber = submitted.QueryNumber,
            ItemCode = submitted.ItemCode,
            ItemName = submitted.ItemName,
            ItemVersion = submitted.ItemVersion,
            CaseType = submitted.CaseType,
            Unit = submitted.Unit,
            Channel = submitted.Channel,
            ApplicantId = submitted.Applicant.PersonId,
            ApplicantName = submitted.Applicant.DisplayName,
            Stage = CaseStage.Submitted,
            Step = CaseStage.Submitted.Caption(),
            SubmittedAt = submitted.At,
            StepSince = submitted.At,
            TakenUpAt = submitted.Channel == Channel.Window ? submitted.At : null,
            PromisedDays = submitted.PromisedDays,
            LegalDays = submitted.LegalDays,
        };
}
