using Approvals.Server.Components.DraftSaved;
using Approvals.Server.Components.Steps;
using Approvals.Server.Reads.Drafts;
using Approvals.Server.Texts;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>What stands beside every page of the journey: the steps, and that everything is saved.</summary>
/// <param name="Now">The number of the page; one more than there are steps for the check of the answers.</param>
public sealed record AsideView(ApplyJourney Journey, int Now)
{
    public DraftSavedView? Saved =>
        Journey.Draft is { } draft ? new DraftSavedView(draft.Updated, DraftListQuery.KeptUntil(draft.Updated)) : null;

    public StepsView Steps(ITexts texts)
    {
        var open = Journey.Open();
        var pages = Journey.Steps.Select(step => Page(step, open.Contains(step), texts));
        var check = new Step(
            texts["apply.check"].Plain,
            Now > Journey.Steps.Count ? StepState.Now : StepState.Todo,
            Href: open.Count == 0 && Now <= Journey.Steps.Count ? ApplyLinks.Check(Journey.Code) : null
        );
        return new StepsView([.. pages, check], IsShort: true);
    }

    private Step Page(ApplyStep step, bool isOpen, ITexts texts)
    {
        var isNow = step.Number == Now;
        return new Step(
            step.Title.In(texts.Language).Text,
            isNow ? StepState.Now
                : isOpen ? StepState.Todo
                : StepState.Done,
            Href: !isNow && Journey.IsVisited(step) ? ApplyLinks.Step(Journey.Code, step.Number) : null
        );
    }
}
