using Approvals.Workflow.Execution.Clocks;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Runtime;

namespace Approvals.Cases.Handling;

/// <summary>What one process of a case leaves to the next when the case changes its type: the step it goes on at, and its running clock.</summary>
/// <param name="Entry"><c>accept</c> or <c>review</c>: the declared entries of the processes that take cases over.</param>
/// <param name="From">The day from which the clock counts.</param>
internal sealed record HandedOver(string Entry, DateOnly? From, IReadOnlyList<ClockPause> Paused)
{
    public const string AtAcceptance = "accept";
    public const string AtReview = "review";

    /// <summary>Accepted cases leave their promise, others the acceptance limit. Every pause is over, because none may be open in a change.</summary>
    public static HandedOver Of(LoadedInstance instance, bool isAccepted)
    {
        var id = isAccepted ? CaseClocks.Promised : CaseClocks.Acceptance;
        var index = instance.Deployment.Definition.IndexOfClock(id);
        var clock = index < 0 ? null : instance.State.Clocks[index];
        return new(
            isAccepted ? AtReview : AtAcceptance,
            clock?.StartDay,
            [.. (clock?.Pauses ?? []).Where(pause => pause.Through is not null)]
        );
    }

    /// <summary>A list of <c>{from, through}</c>.</summary>
    public FeelValue Pauses() =>
        FeelValue.From(
            (IReadOnlyList<FeelValue>)
                [
                    .. Paused.Select(pause =>
                        FeelValue.From(
                            new FeelContext.Builder()
                                .Set("from", FeelValue.From(pause.From))
                                .Set("through", FeelValue.From(pause.Through!.Value))
                                .Build()
                        )
                    ),
                ]
        );
}
