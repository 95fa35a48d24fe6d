using System.Globalization;
using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Organisations;
using Approvals.Server.Identity;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Work;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Work.Case;

/// <summary>变更办件类型, by the approver of the unit that has the case: to which type, why, with whom, and with which promise.</summary>
public sealed class TypeModel(WorkCaseQuery cases, PageCommands commands, CurrentActor current, ITexts texts)
    : PageModel
{
    /// <summary>Rows for departments.</summary>
    public const int MostDepartments = 6;

    private const int UsualDays = 3;

    [BindProperty]
    public Guid CommandId { get; set; } = Guid.NewGuid();

    [BindProperty]
    public CaseType? To { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? PromisedDays { get; set; }

    /// <summary>Codes of departments, empty where none is chosen.</summary>
    [BindProperty]
    public List<string?> Department { get; set; } = [];

    /// <summary>Working days of each department.</summary>
    [BindProperty]
    public List<string?> Days { get; set; } = [];

    public WorkCase Found { get; private set; } = null!;

    public CaseFacts Facts => Found.Facts;

    public IReadOnlyList<CaseType> Offered => TypeChanges.From(Facts.Row.CaseType);

    public IReadOnlyList<Unit> Units =>
        field ??= [.. commands.Platform.Readers.Read(Organisation.Units).Where(unit => unit.Code != Facts.State.Unit)];

    public async Task<IActionResult> OnGetAsync(long key, CancellationToken cancellation) =>
        await FindAsync(key, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long key, CancellationToken cancellation)
    {
        if (!await FindAsync(key, cancellation))
        {
            return NotFound();
        }

        Require(To is null, nameof(To), "case.type-missing");
        Require(string.IsNullOrWhiteSpace(Reason), nameof(Reason), "case.reason-missing");
        var departments = Department
            .Select((code, at) => new AskedDepartment(code ?? "", NumberOf(Days.ElementAtOrDefault(at)) ?? UsualDays))
            .Where(asked => asked.Unit.Length > 0)
            .ToList();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var command = new ChangeType(To!.Value, Reason!, NumberOf(PromisedDays) ?? 0, departments);
        var answer = await commands.SendAsync(
            scope => commands.Platform.CaseTurns.ChangeType(scope, key, command),
            CommandId
        );
        if (answer.Rejection is not { } rejection)
        {
            return Redirect($"/work/cases/{key}?done=type");
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

    private static int? NumberOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Only who may change the type sees the page; the case checks it again.</summary>
    private async Task<bool> FindAsync(long key, CancellationToken cancellation)
    {
        if (
            await current.ActorAsync() is not { } actor
            || await cases.FindAsync(key, WorkPerson.Of(actor), cancellation) is not { } found
            || !found.MayChangeType
        )
        {
            return false;
        }

        Found = found;
        return true;
    }
}
