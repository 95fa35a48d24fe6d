using Approvals.Cases;
using Approvals.Server.Components.AskBox;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Html;

namespace Approvals.Server.Pages.Me.Case;

/// <summary>现在请您做一件事: the one thing asked of the applicant now, or null.</summary>
internal static class CaseAsk
{
    public static AskBoxView? Of(ITexts texts, CaseFacts facts)
    {
        if (facts.Row.Stage.IsCorrecting() && facts.State.Correction is { } correction)
        {
            var words = new HtmlContentBuilder()
                .AppendHtml("<p>")
                .AppendHtml((IHtmlContent)texts["ask.correct.words"])
                .AppendHtml("</p><ol class=\"points\">");
            foreach (var point in correction.Points)
            {
                words
                    .AppendHtml("<li><b>")
                    .AppendHtml((IHtmlContent)texts.Data(point.Caption))
                    .AppendHtml("</b> ")
                    .AppendHtml((IHtmlContent)texts["correction." + point.Problem])
                    .AppendHtml("<p class=\"sm mut\">")
                    .AppendHtml((IHtmlContent)texts.Data(point.Reason))
                    .AppendHtml("</p></li>");
            }

            return new AskBoxView(
                texts["ask.correct.title", ("count", correction.Points.Count)].Plain,
                texts["ask.now"],
                words.AppendHtml("</ol>"),
                Button($"/me/cases/{facts.Row.Key}/correct", texts["ask.correct.go"])
            );
        }

        if (facts.Row.Stage == CaseStage.Rectifying && facts.State.Rectification is { } demanded)
        {
            return new AskBoxView(
                texts["ask.rectify.title", ("count", demanded.Demands.Count)].Plain,
                texts["ask.now"],
                texts["ask.rectify.words"],
                Button($"/me/cases/{facts.Row.Key}/rectify", texts["ask.rectify.go"])
            );
        }

        if (facts.Row.Stage.IsUndecided() && facts.State.Owed is { Count: > 0 } owed)
        {
            return new AskBoxView(
                texts["ask.supply.title", ("count", owed.Count)].Plain,
                texts["ask.now"],
                texts["ask.supply.words", ("day", texts.Day(owed.Min(paper => paper.DueOn)).Plain)],
                Button($"/me/cases/{facts.Row.Key}/supply", texts["ask.supply.go"])
            );
        }

        return facts.Row is { Stage: CaseStage.Closed, Stars: null }
            ? new AskBoxView(
                texts["ask.rate.title"].Plain,
                texts["ask.optional"],
                texts["ask.rate.words"],
                Button($"/me/cases/{facts.Row.Key}/rate", texts["ask.rate.go"])
            )
            : null;
    }

    private static IHtmlContent Button(string address, Text words) =>
        new HtmlContentBuilder()
            .AppendHtml($"<a class=\"btn pri\" href=\"{address}\">")
            .AppendHtml((IHtmlContent)words)
            .AppendHtml("</a>");
}
