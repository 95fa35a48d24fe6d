using System.Collections.Immutable;
using Approvals.Kernel;
using Approvals.Kernel.Calendar;

namespace Approvals.Bidding.Tenders.Deciding;

/// <summary>公示、中标、合同、退款、归档，以及招标失败.</summary>
internal static class Awarding
{
    /// <summary>Three days at least, rolled forward over days off; an upheld objection publishes again.</summary>
    public static TenderDecision Publish(TenderState state, TenderContext context)
    {
        if (state.Results.IsEmpty || state.Stage is not (TenderStage.Evaluating or TenderStage.Publicity))
        {
            return Rejection.Of("tender.out-of-order");
        }

        var last = context.Rules.DateOf("publicity-lasts", context.Today, context.Calendar);
        return new CandidatesPublished(context.Now, CivilTime.EndOf(last.Day));
    }

    /// <summary>Rank 1 wins (实施条例 55); who gave up is passed over.</summary>
    public static TenderDecision Award(TenderState state, TenderContext context)
    {
        if (state.Stage is not (TenderStage.Publicity or TenderStage.Awarded))
        {
            return Rejection.Of("tender.out-of-order");
        }

        var awards = AwardsOf(state);
        if (awards.IsEmpty)
        {
            return Rejection.Of("tender.no-candidate");
        }

        var due = context.Rules.DateOf("contract", context.Today, context.Calendar);
        return new TenderAwarded(context.Now, awards, due.Day);
    }

    /// <summary>By lot: the first candidate who hasn't given up.</summary>
    public static ImmutableArray<Award> AwardsOf(TenderState state) =>
        [
            .. from result in state.Results
            let place = state.Abandoned.Count(lot => lot == result.Lot)
            where place < Math.Min(result.Lines.Length, Evaluation.Ranking.MostCandidates)
            let line = result.Lines[place]
            select new Award(result.Lot, place + 1, line.Slot, line.Bidder, line.Price),
        ];

    public static TenderDecision Abandon(TenderState state, AbandonAward abandon, TenderContext context)
    {
        if (state.Stage != TenderStage.Awarded || state.Awards.All(award => award.Lot != abandon.Lot))
        {
            return Rejection.Of("tender.out-of-order");
        }

        return string.IsNullOrWhiteSpace(abandon.Reason)
            ? Rejection.Of("tender.reason-missing")
            : new AwardAbandoned(context.Now, abandon.Lot, abandon.Reason, context.Actor.Id);
    }

    public static TenderDecision Sign(TenderState state, SignContract sign, TenderContext context)
    {
        if (state.Stage != TenderStage.Awarded)
        {
            return Rejection.Of("tender.out-of-order");
        }

        return string.IsNullOrWhiteSpace(sign.ContractNumber)
            ? Rejection.Of("tender.contract-number")
            : new ContractSigned(context.Now, sign.ContractNumber.Trim(), context.Actor.Id);
    }

    public static TenderDecision Refund(TenderState state, TenderContext context) =>
        state.Stage == TenderStage.Contracted
            ? new RefundsOrdered(
                context.Now,
                context.Rules.DateOf(TenderCalendar.RefundRule(state), context.Today, context.Calendar).Day
            )
            : Rejection.Of("tender.out-of-order");

    public static TenderDecision Archive(TenderState state, ArchiveTender archive, TenderContext context) =>
        state is { Stage: TenderStage.Contracted, RefundDue: not null }
            ? new TenderArchived(
                context.Now,
                context.Rules.DateOf("archive", context.Today, context.Calendar).Day,
                archive.ExportSha256
            )
            : Rejection.Of("tender.out-of-order");

    public static TenderDecision Fail(TenderState state, FailBidding fail, TenderContext context) =>
        state.Stage is TenderStage.Archived or TenderStage.Failed
            ? Rejection.Of("tender.out-of-order")
            : new BiddingFailed(context.Now, fail.Reason);

    public static TenderDecision Retender(TenderState state, TenderContext context) =>
        state is { Stage: TenderStage.Failed, IsRetendered: false }
            ? new RetenderDecided(context.Now, context.Actor.Id)
            : Rejection.Of("tender.out-of-order");
}
