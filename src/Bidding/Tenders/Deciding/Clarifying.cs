using Approvals.Kernel;

namespace Approvals.Bidding.Tenders.Deciding;

/// <summary>提问与答复 (招标投标法 23、实施条例 21): nobody learns who asked, everybody reads what was answered.</summary>
internal static class Clarifying
{
    /// <summary>So many may wait; who asks without a name can't be asked to stop.</summary>
    private const int MostWaiting = 200;

    public static TenderDecision Ask(TenderState state, AskQuestion ask, TenderContext context)
    {
        if (state.Stage != TenderStage.Registering || context.Now >= state.File!.Deadline)
        {
            return Rejection.Of("tender.out-of-order");
        }

        return state.Questions.Count(each => each.Answer is null) >= MostWaiting
            ? Rejection.Of("tender.questions-full")
            : new QuestionAsked(context.Now, ask.Question, ask.Document);
    }

    /// <summary>Less than 15 days before the deadline only what doesn't touch the bids is answered without moving it.</summary>
    public static TenderDecision Answer(TenderState state, AnswerQuestion answer, TenderContext context)
    {
        if (state.Choice is null || !context.Actor.IsIn("agency@" + state.Choice.Agency))
        {
            return Rejection.Of("tender.not-yours");
        }

        if (
            state.Stage != TenderStage.Registering
            || context.Now >= state.File!.Deadline
            || !state.Questions.Any(each => each.Key == answer.Question && each.Answer is null)
        )
        {
            return Rejection.Of("tender.out-of-order");
        }

        var last = context.Rules.DateOf(
            "clarification",
            Kernel.Calendar.CivilTime.DateOf(state.File.Deadline),
            context.Calendar
        );
        return context.Today > last.Day && !answer.IsHarmless
            ? Rejection.Of("tender.clarification-late", ("article", last.Rule.Article))
            : new QuestionAnswered(context.Now, answer.Question, answer.Document, context.Actor.Id);
    }
}
