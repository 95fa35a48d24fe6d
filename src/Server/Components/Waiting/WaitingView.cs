using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Html;

namespace Approvals.Server.Components.Waiting;

/// <summary>Why a process stands where it stands: one calm sentence a token, with since when and what else may happen.</summary>
/// <param name="Note">About the instance as a whole: suspended, or over.</param>
public sealed record WaitingView(
    IReadOnlyList<WaitingLine> Lines,
    IReadOnlyList<IHtmlContent> Events,
    IHtmlContent? Note
)
{
    public static WaitingView Of(ITexts texts, WaitingFacts facts) =>
        new(
            [
                .. facts.Tokens.Select(fact => new WaitingLine(
                    WaitingWords.Of(texts, fact),
                    fact.Since is { } since ? texts["waiting.since", ("moment", texts.Moment(since).Plain)] : null,
                    [.. Beside(texts, fact)],
                    fact.Cause.IsTrouble
                )),
            ],
            [.. facts.Events.Select(cause => WaitingWords.OfEvent(texts, cause))],
            facts.IsSuspended ? texts["waiting.suspended"]
                : facts.Tokens.Count == 0 ? texts["waiting.over"]
                : null
        );

    private static IEnumerable<IHtmlContent> Beside(ITexts texts, WaitingFact fact)
    {
        if (fact.Cause.Resolution is { } resolution)
        {
            yield return texts["waiting.incident.resolution", ("resolution", resolution)];
        }

        foreach (var border in fact.Borders)
        {
            yield return border.Event is null
                ? WaitingWords.Of(texts, fact with { Cause = border })
                : WaitingWords.OfEvent(texts, border);
        }
    }
}

/// <param name="Beside">How an incident is resolved, and what else would take the token away.</param>
/// <param name="IsTrouble">An incident or a deadlock.</param>
public sealed record WaitingLine(
    IHtmlContent Words,
    IHtmlContent? Since,
    IReadOnlyList<IHtmlContent> Beside,
    bool IsTrouble
);
