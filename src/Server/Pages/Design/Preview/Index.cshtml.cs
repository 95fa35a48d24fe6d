using Approvals.Kernel;
using Approvals.Kernel.Calendar;
using Approvals.Server.Api.Design;
using Approvals.Server.Components.Forms;
using Approvals.Server.Pages.Me.Apply;
using Approvals.Server.Texts;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Design.Preview;

/// <summary>
/// One page of a form in the making, drawn by the same components as an application's, with nothing typed yet. The editor shows it in a
/// frame that runs nothing.
/// </summary>
public sealed class IndexModel(DesignRequest request, WorkingCalendar calendar, TimeProvider clock, ITexts texts)
    : PageModel
{
    /// <param name="Step">Which page, from 0.</param>
    public sealed record PreviewBody(string Content, int Step);

    public ApplyStep Step { get; private set; } = null!;

    public int Steps { get; private set; }

    /// <summary>What a form of one page is called: the page has no title of its own.</summary>
    public string FormId { get; private set; } = "";

    public FormsView View { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync()
    {
        if (await request.ReadAsync<PreviewBody>() is not { Content: not null } body)
        {
            return Refuse("library.body");
        }

        if (FormSchema.Parse(body.Content).Form is not { } form || ApplyStep.Of(form) is not { Count: > 0 } steps)
        {
            return Refuse("design.no-form");
        }

        FormId = form.Id;
        Steps = steps.Count;
        Step = steps[Math.Clamp(body.Step, 0, steps.Count - 1)];
        var options = new FormValidationOptions
        {
            Environment = new FeelEnvironment { Now = clock.GetUtcNow(), Calendar = calendar },
            Checks = NationalCodeChecks.All,
            Step = Step.Name,
        };
        var view = new FormDrawing(texts).Draw(new FormPage(form, options));
        View = Step.Group is not null && view.Items is [GroupView group] ? view with { Items = group.Items } : view;
        return Page();
    }

    private JsonResult Refuse(string code) =>
        new(new Refusal(request.Sentence(Rejection.Of(code)))) { StatusCode = StatusCodes.Status400BadRequest };
}
