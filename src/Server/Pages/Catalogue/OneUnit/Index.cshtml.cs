using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Organisations;
using Approvals.Server.Identity;
using Approvals.Server.Reads.Administer;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Catalogue.OneUnit;

/// <summary>One unit: what it is, its windows, who holds which post.</summary>
public sealed class IndexModel(
    CatalogueServices services,
    StaffQuery staff,
    UserManager<Identity.Account> accounts,
    AccountProvision provision
) : CatalogueModel(services)
{
    private const string New = "new";

    [BindProperty]
    public UnitForm Unit { get; set; } = new();

    /// <summary>The unit's code; <c>new</c> for one that is being added.</summary>
    public string Code { get; private set; } = New;

    public bool IsNew => Code == New;

    public IReadOnlyList<Approvals.Kernel.Organisations.Unit> Units { get; private set; } = [];

    public IReadOnlyList<StaffPost> Staff { get; private set; } = [];

    public Approvals.Kernel.Organisations.Unit? Saved { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellation)
    {
        if (!await FindAsync(code, cancellation))
        {
            return NotFound();
        }

        Unit = Saved is null ? new UnitForm() : UnitForm.Of(Saved);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellation)
    {
        if (!await FindAsync(code, cancellation))
        {
            return NotFound();
        }

        var unit = Unit.ToUnit();
        if (!IsNew)
        {
            unit = unit with { Code = Code };
        }
        else if (Units.Any(each => each.Code == unit.Code))
        {
            Refuse("Unit.Code", Rejection.Of("organisation.double-unit", ("unit", unit.Code)));
            return Page();
        }

        return await SendAsync(scope => OrganisationEditing.Put(scope, unit))
            ? Redirect("/catalogue/units?done=unit")
            : Page();
    }

    public async Task<IActionResult> OnPostEngageAsync(
        string code,
        string? name,
        string? role,
        string? title,
        string? window,
        string? account,
        string? password,
        CancellationToken cancellation
    )
    {
        if (!await FindAsync(code, cancellation) || Saved is null)
        {
            return NotFound();
        }

        Unit = UnitForm.Of(Saved);
        if (await AccountFault(account, password) is { } fault)
        {
            ModelState.AddModelError("account", fault);
            return Page();
        }

        var post = new Post(role ?? "", Code, NullIfEmpty(title), NullIfEmpty(window));
        var answer = await Services.Commands.SendAsync(
            scope => OrganisationEditing.Engage(scope, name ?? "", post),
            CommandId
        );
        if (answer.Rejection is { } rejection)
        {
            Refuse("name", rejection);
            return Page();
        }

        await provision.EnsureAsync(account!.Trim(), password!, long.Parse(answer.Text));
        return Redirect($"/catalogue/units/{Code}?done=engaged");
    }

    public async Task<IActionResult> OnPostPostAsync(
        string code,
        long person,
        string? role,
        string? title,
        CancellationToken cancellation
    )
    {
        if (!await FindAsync(code, cancellation) || Saved is null)
        {
            return NotFound();
        }

        Unit = UnitForm.Of(Saved);
        var post = new Post(role ?? "", Code, NullIfEmpty(title));
        return await SendAsync(scope => OrganisationEditing.Post(scope, person, post))
            ? Redirect($"/catalogue/units/{Code}?done=posted")
            : Page();
    }

    public async Task<IActionResult> OnPostRelieveAsync(
        string code,
        long person,
        string group,
        CancellationToken cancellation
    )
    {
        if (!await FindAsync(code, cancellation) || Saved is null)
        {
            return NotFound();
        }

        Unit = UnitForm.Of(Saved);
        return await SendAsync(scope => OrganisationEditing.Relieve(scope, person, group))
            ? Redirect($"/catalogue/units/{Code}?done=relieved")
            : Page();
    }

    /// <summary>The account is checked before the person is registered, so that nobody is left without one.</summary>
    private async Task<string?> AccountFault(string? account, string? password)
    {
        if (string.IsNullOrWhiteSpace(account) || string.IsNullOrEmpty(password))
        {
            return Services.Texts.Of(Rejection.Of("organisation.account-missing")).Plain;
        }

        if (await accounts.FindByNameAsync(account.Trim()) is not null)
        {
            return Services.Texts.Of(Rejection.Of("organisation.account-taken", ("account", account.Trim()))).Plain;
        }

        var candidate = new Identity.Account { UserName = account.Trim() };
        foreach (var validator in accounts.PasswordValidators)
        {
            if (await validator.ValidateAsync(accounts, candidate, password) is { Succeeded: false })
            {
                return Services.Texts["units.weak-password"].Plain;
            }
        }

        return null;
    }

    private async Task<bool> FindAsync(string code, CancellationToken cancellation)
    {
        Code = code;
        Units = Read(Organisation.Units);
        if (IsNew)
        {
            return true;
        }

        Saved = Units.FirstOrDefault(unit => unit.Code == code);
        Staff = Saved is null ? [] : await staff.OfUnitAsync(code, cancellation);
        return Saved is not null;
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
