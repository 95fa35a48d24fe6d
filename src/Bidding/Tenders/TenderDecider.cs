using Approvals.Bidding.Tenders.Deciding;
using Approvals.Kernel;

namespace Approvals.Bidding.Tenders;

/// <summary>
/// Decides what a command does to a tender. Pure. Which of the staff may do a step is the engine's affair; that a member of the committee
/// speaks for himself is held here.
/// </summary>
public static class TenderDecider
{
    public static TenderDecision Decide(TenderState? state, TenderCommand command, TenderContext context)
    {
        if (command is DeclareTender declare)
        {
            return state is null ? Preparation.Declare(declare, context) : Rejection.Of("tender.exists");
        }

        if (state is null)
        {
            return Rejection.Of("tender.unknown");
        }

        return command switch
        {
            ChooseAgency choose => Preparation.Choose(state, choose, context),
            CompileFile compile => Preparation.Compile(state, compile, context),
            EnrolHolder enrol => Preparation.Enrol(state, enrol, context),
            IssueNotice issue => Preparation.Issue(state, issue, context),
            AskQuestion ask => Clarifying.Ask(state, ask, context),
            AnswerQuestion answer => Clarifying.Answer(state, answer, context),
            OpenBids open => Evaluating.Open(state, open, context),
            ReadOutBids => Evaluating.ReadOut(state, context),
            SeatCommittee seat => Evaluating.Seat(state, seat, context),
            JudgeQualification judge => Evaluating.Judge(state, judge, context),
            SealSheet sheet => Evaluating.Seal(state, sheet, context),
            OpenScores scores => Evaluating.OpenScores(state, scores, context),
            SignReport sign => Evaluating.Sign(state, sign, context),
            CloseReport close => Evaluating.Close(state, close, context),
            PublishCandidates => Awarding.Publish(state, context),
            AwardTender => Awarding.Award(state, context),
            AbandonAward abandon => Awarding.Abandon(state, abandon, context),
            SignContract sign => Awarding.Sign(state, sign, context),
            OrderRefunds => Awarding.Refund(state, context),
            ArchiveTender archive => Awarding.Archive(state, archive, context),
            FailBidding fail => Awarding.Fail(state, fail, context),
            DecideRetender => Awarding.Retender(state, context),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, null),
        };
    }
}
