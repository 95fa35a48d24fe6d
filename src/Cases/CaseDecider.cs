using System.Globalization;
using Approvals.Cases.Commands;
using Approvals.Cases.Deciding;
using Approvals.Kernel;

namespace Approvals.Cases;

/// <summary>
/// Decides what a command does to a case. Pure; a command that may not happen gives a <see cref="Rejection"/>. Which staff may
/// do a step is the engine's affair (candidates, separation of duties); that an applicant's commands come from the applicant
/// and a worker's from the system is held here.
/// </summary>
public static class CaseDecider
{
    public static Decision Decide(CaseState? state, CaseCommand command, CaseContext context)
    {
        if (command is SubmitCase submit)
        {
            return state is null ? Submission.Decide(submit, context) : Rejection.Of("case.exists");
        }

        if (state is null)
        {
            return Rejection.Of("case.unknown");
        }

        return command switch
        {
            AcceptCase accept => Acceptance.Decide(state, accept, context),
            DeclineCase decline => Acceptance.Decide(state, decline, context),
            RequestCorrection request => Correction.Decide(state, request, context),
            SubmitCorrection submitted => Correction.Decide(state, submitted, context),
            ReviewCase review => Review.Decide(state, review, context),
            SendBackCase back => Review.Decide(state, back, context),
            ApproveCase approve => Outcome.Decide(state, approve, context),
            ApproveBySilence => Outcome.BySilence(state, context),
            RefuseCase refuse => Outcome.Decide(state, refuse, context),
            RecordNotice record => Papers.Decide(state, record, context),
            IssueLicence issue => Papers.Decide(state, issue, context),
            DraftLicence draft => LicenceSignatures.Decide(state, draft, context),
            SignLicence sign => LicenceSignatures.Decide(state, sign, context),
            SignPaper sign => PaperSignatures.Decide(state, sign, context),
            CloseCase => Ending.Close(state, context),
            RateCase rate => Ending.Decide(state, rate, context),
            WithdrawCase withdraw => Ending.Decide(state, withdraw, context),
            SubmitStep submitted => Signing.Decide(state, submitted, context),
            ReopenStep => Signing.Reopen(state, context),
            DeemAccepted => Acceptance.Deem(state, context),
            BeginSpecialProcedure begin => Special.Decide(state, begin, context),
            EndSpecialProcedure end => Special.Decide(state, end, context),
            OpenBranches => Joint.Open(state, context),
            GiveOpinion give => Joint.Decide(state, give, context),
            DefaultOpinion absent => Joint.Decide(state, absent, context),
            ArrangeInspection arrange => Joint.Decide(state, arrange, context),
            RecordInspection record => Joint.Decide(state, record, context),
            RecordMeeting record => Joint.Decide(state, record, context),
            TakeUpCase => Acceptance.TakeUp(state, context),
            HandOutResult => Commitment.HandOut(state, context),
            ConfirmCommitment confirm => Commitment.Decide(state, confirm, context),
            RequireRectification require => Commitment.Decide(state, require, context),
            SubmitRectification submitted => Commitment.Decide(state, submitted, context),
            RevokeCase revoke => Commitment.Decide(state, revoke, context),
            WithdrawReview withdraw => Review.Decide(state, withdraw, context),
            RequestExtension request => Extension.Decide(state, request, context),
            GrantExtension grant => Extension.Decide(state, grant, context),
            DeclineExtension decline => Extension.Decide(state, decline, context),
            ChangeType change => TypeChange.Decide(state, change, context),
            ReturnCase back => Returning.Decide(state, back, context),
            HandBackPapers back => Returning.Decide(state, back, context),
            SupplyPapers supply => Undertakings.Decide(state, supply, context),
            WithdrawLicence withdraw => LicenceLife.Decide(state, withdraw, context),
            ReplaceLicence replace => LicenceLife.Decide(state, replace, context),
            AnswerUrge answer => Urging.Decide(state, answer, context),
            BreakUndertaking => Undertakings.Break(state, context),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, null),
        };
    }

    /// <summary>
    /// The counter whose next value the command consumes, or null. The caller takes it in the same transaction and passes it
    /// as <see cref="CaseContext.Sequence"/>; a rejected command must give it back, so that no number is missing.
    /// </summary>
    public static string? SeriesOf(CaseCommand command, CaseContext context)
    {
        NoticeKind? kind = command switch
        {
            AcceptCase or DeemAccepted => NoticeKind.Acceptance,
            ReviewCase when context.Item.Item.CaseType == CaseType.Referred => NoticeKind.Referral,
            BeginSpecialProcedure => NoticeKind.SpecialProcedure,
            ArrangeInspection => NoticeKind.InspectionCall,
            RecordInspection => NoticeKind.InspectionRecord,
            RecordMeeting => NoticeKind.MeetingMinutes,
            DeclineCase => NoticeKind.NonAcceptance,
            RequestCorrection => NoticeKind.Correction,
            ApproveCase or ApproveBySilence => NoticeKind.Approval,
            RefuseCase => NoticeKind.Refusal,
            ConfirmCommitment => NoticeKind.CheckRecord,
            RequireRectification => NoticeKind.Rectification,
            RevokeCase => NoticeKind.Revocation,
            GrantExtension => NoticeKind.Extension,
            ChangeType => NoticeKind.TypeChange,
            ReturnCase => NoticeKind.Return,
            HandBackPapers => NoticeKind.ReturnReceipt,
            WithdrawLicence => NoticeKind.LicenceWithdrawal,
            _ => null,
        };
        if (kind is { } numbered)
        {
            return DocumentNumber.SeriesOf(context.Unit.Code, numbered, context.Today.Year);
        }

        return command is SubmitCase
            ? string.Create(CultureInfo.InvariantCulture, $"case/{context.Today:yyyyMMdd}")
            : null;
    }
}
