using Approvals.Bidding.Evaluation;
using Approvals.Bidding.Sealing.Judging;
using Approvals.Kernel;

namespace Approvals.Bidding.Tenders.Deciding;

/// <summary>开标、唱标、资格后审、独立评分、报告.</summary>
internal static class Evaluating
{
    public static TenderDecision Open(TenderState state, OpenBids open, TenderContext context) =>
        state.Stage == TenderStage.Registering
            ? new BidsOpened(context.Now, open.Bids, open.NamesSalt)
            : Rejection.Of("tender.out-of-order");

    public static TenderDecision ReadOut(TenderState state, TenderContext context) =>
        state is { Stage: TenderStage.Opening, ReadOutAt: null }
            ? new BidsReadOut(context.Now, context.Actor.Id)
            : Rejection.Of("tender.out-of-order");

    /// <summary>The room shows the opened bids in an order of its own.</summary>
    public static TenderDecision Seat(TenderState state, SeatCommittee seat, TenderContext context)
    {
        if (state is not { Stage: TenderStage.Opening, ReadOutAt: not null, Committee.IsEmpty: true })
        {
            return Rejection.Of("tender.out-of-order");
        }

        var opened = state.Opening!.Bids.Where(bid => bid.Verdict == VerdictKind.Opened).Select(bid => bid.Slot);
        return opened.Order(StringComparer.Ordinal).SequenceEqual(seat.BlindOrder.Order(StringComparer.Ordinal))
            ? new CommitteeSeated(context.Now, seat.Members, seat.BlindOrder)
            : Rejection.Of("tender.out-of-order");
    }

    /// <summary>Every opened bid passes, or is rejected with its ground.</summary>
    public static TenderDecision Judge(TenderState state, JudgeQualification judge, TenderContext context)
    {
        if (state.Stage != TenderStage.Opening || state.Committee.IsEmpty)
        {
            return Rejection.Of("tender.out-of-order");
        }

        if (state.ExpertOf(context.Actor.Id) < 0)
        {
            return Rejection.Of("tender.not-member");
        }

        var judged = judge.Results.Select(each => each.Slot).Order(StringComparer.Ordinal);
        if (!judged.SequenceEqual(state.BlindOrder.Order(StringComparer.Ordinal)))
        {
            return Rejection.Of("tender.sheet-incomplete");
        }

        return judge.Results.Any(each => !each.Passed && string.IsNullOrWhiteSpace(each.Ground))
            ? Rejection.Of("tender.ground-missing")
            : new QualificationJudged(context.Now, judge.Results, context.Actor.Id);
    }

    public static TenderDecision Seal(TenderState state, SealSheet sheet, TenderContext context)
    {
        var expert = state.ExpertOf(context.Actor.Id);
        if (expert < 0)
        {
            return Rejection.Of("tender.not-member");
        }

        if (state.Stage != TenderStage.Evaluating || !state.Results.IsEmpty)
        {
            return Rejection.Of("tender.out-of-order");
        }

        var scored = sheet.Points.Select(each => each.Slot).Order(StringComparer.Ordinal);
        if (!scored.SequenceEqual(state.Scored.Order(StringComparer.Ordinal)))
        {
            return Rejection.Of("tender.sheet-incomplete");
        }

        decimal most = state.File!.Criteria.Sum(each => each.Points);
        return sheet.Points.Any(each =>
            each.Points < 0 || each.Points > most || Ranking.Round(each.Points) != each.Points
        )
            ? Rejection.Of("tender.points-range")
            : new SheetSealed(context.Now, expert, sheet.Version, sheet.Document);
    }

    public static TenderDecision OpenScores(TenderState state, OpenScores scores, TenderContext context) =>
        state.Stage == TenderStage.Evaluating && state.Sheets.Count == state.Committee.Length
            ? new ScoresOpened(context.Now, scores.Lots)
            : Rejection.Of("tender.out-of-order");

    public static TenderDecision Sign(TenderState state, SignReport sign, TenderContext context)
    {
        if (state.ExpertOf(context.Actor.Id) < 0)
        {
            return Rejection.Of("tender.not-member");
        }

        if (state.Stage != TenderStage.Evaluating || state.Results.IsEmpty)
        {
            return Rejection.Of("tender.out-of-order");
        }

        return state.Signatures.Any(each => each.Expert == context.Actor.Id)
            ? Rejection.Of("tender.signed-already")
            : new ReportSigned(
                context.Now,
                context.Actor.Id,
                string.IsNullOrWhiteSpace(sign.Dissent) ? null : sign.Dissent.Trim()
            );
    }

    /// <summary>By a member who has signed, as more than half have: whoever neither signs nor says why in writing agrees.</summary>
    public static TenderDecision Close(TenderState state, CloseReport close, TenderContext context)
    {
        if (state.ExpertOf(context.Actor.Id) < 0)
        {
            return Rejection.Of("tender.not-member");
        }

        var signed = state.Signatures.Select(each => each.Expert).ToHashSet(StringComparer.Ordinal);
        if (
            state.Stage != TenderStage.Evaluating
            || state.Results.IsEmpty
            || !signed.Contains(context.Actor.Id)
            || signed.Count == state.Committee.Length
            || !state.Silent.IsEmpty
        )
        {
            return Rejection.Of("tender.out-of-order");
        }

        if (signed.Count * 2 <= state.Committee.Length)
        {
            return Rejection.Of("tender.signatures-few");
        }

        return string.IsNullOrWhiteSpace(close.Reason)
            ? Rejection.Of("tender.reason-missing")
            : new ReportClosed(
                context.Now,
                [.. state.Committee.Where(member => !signed.Contains(member))],
                close.Reason.Trim(),
                context.Actor.Id
            );
    }
}
