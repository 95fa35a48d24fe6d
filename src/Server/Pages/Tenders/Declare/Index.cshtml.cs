using Approvals.Bidding.Tenders;
using Approvals.Kernel;
using Approvals.Server.Identity;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Tenders;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roles = Approvals.Kernel.Organisations.Roles;

namespace Approvals.Server.Pages.Tenders.Declare;

/// <summary>项目申报, by somebody of the tenderer.</summary>
[Authorize]
public sealed class IndexModel(PageCommands commands, TenderPartiesQuery parties, CurrentActor current, ITexts texts)
    : PageModel
{
    [BindProperty]
    public string? ProjectTitle { get; set; }

    [BindProperty]
    public TenderKind Kind { get; set; }

    [BindProperty]
    public string? Approval { get; set; }

    [BindProperty]
    public string? Funds { get; set; }

    [BindProperty]
    public string? Estimate { get; set; }

    /// <summary>标段, one a line.</summary>
    [BindProperty]
    public string? Lots { get; set; }

    [BindProperty]
    public Guid CommandId { get; set; }

    public TenderParty? Tenderer { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await FindAsync())
        {
            return NotFound();
        }

        var declaration = new Declaration(
            ProjectTitle?.Trim() ?? "",
            Kind,
            Tenderer!.Unit,
            Tenderer.Name,
            Approval?.Trim() ?? "",
            Funds?.Trim() ?? "",
            Money.Fen(Estimate) ?? 0,
            [.. (Lots ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]
        );
        var answer = await commands.SendAsync(
            scope => commands.Platform.Tenders.Turns.Declare(scope, declaration),
            CommandId == Guid.Empty ? null : CommandId
        );
        if (answer.Rejection is not { } rejection)
        {
            return Redirect($"/tenders/{answer.Text}/act");
        }

        ModelState.AddModelError(string.Empty, texts.Of(rejection).Plain);
        return Page();
    }

    private async Task<bool> FindAsync()
    {
        var actor = await current.ActorAsync();
        Tenderer = parties.Of(Roles.Tenderer).FirstOrDefault(each => IsOf(actor, each));
        return Tenderer is not null;
    }

    private static bool IsOf(Actor? actor, TenderParty party) => actor?.IsIn($"{Roles.Tenderer}@{party.Unit}") == true;
}
