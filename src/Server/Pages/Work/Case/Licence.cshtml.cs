using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Kernel;
using Approvals.Server.Identity;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Work;
using Approvals.Server.Texts;
using Approvals.Server.Workers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Work.Case;

/// <summary>撤销、注销证照, by the approver of the unit that decided, after the case was closed (行政许可法 arts. 69, 70).</summary>
public sealed class LicenceModel(WorkCaseQuery cases, PageCommands commands, CurrentActor current, ITexts texts)
    : PageModel
{
    [BindProperty]
    public Guid CommandId { get; set; } = Guid.NewGuid();

    [BindProperty]
    public LicenceEnding? Ending { get; set; }

    /// <summary>One reason a line.</summary>
    [BindProperty]
    public string? Reasons { get; set; }

    [BindProperty]
    public string? Remedies { get; set; }

    public CaseFacts Facts { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long key, CancellationToken cancellation)
    {
        Remedies = Approvals.Cases.Notices.Remedies.Text("本决定书", WorkersRoom.Government);
        return await FindAsync(key, cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(long key, CancellationToken cancellation)
    {
        if (!await FindAsync(key, cancellation))
        {
            return NotFound();
        }

        Require(Ending is null, nameof(Ending), "licence.ending-missing");
        Require(string.IsNullOrWhiteSpace(Reasons), nameof(Reasons), "case.reasons-missing");
        Require(string.IsNullOrWhiteSpace(Remedies), nameof(Remedies), "case.remedies-missing");
        if (!ModelState.IsValid)
        {
            return Page();
        }

        string[] reasons = Reasons!.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var command = new WithdrawLicence(Ending!.Value, reasons, Remedies!);
        var answer = await commands.SendAsync(
            scope => commands.Platform.Licences.Withdraw(scope, key, command),
            CommandId
        );
        if (answer.Rejection is not { } rejection)
        {
            return Redirect($"/work/cases/{key}?done=licence");
        }

        CommandId = Guid.NewGuid();
        ModelState.AddModelError(string.Empty, texts.Of(rejection).Plain);
        return Page();
    }

    private void Require(bool isMissing, string field, string code)
    {
        if (isMissing)
        {
            ModelState.Remove(field);
            ModelState.AddModelError(field, texts.Of(Rejection.Of(code)).Plain);
        }
    }

    private async Task<bool> FindAsync(long key, CancellationToken cancellation)
    {
        if (
            await current.ActorAsync() is not { } actor
            || await cases.FindAsync(key, WorkPerson.Of(actor), cancellation) is not { MayWithdrawLicence: true } found
        )
        {
            return false;
        }

        Facts = found.Facts;
        return true;
    }
}
