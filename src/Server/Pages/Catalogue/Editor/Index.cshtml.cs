using Approvals.Cases.Catalogue.Transfer;
using Approvals.Cases.Handling;
using Approvals.Kernel;
using Approvals.Kernel.Organisations;
using Approvals.Server.Reads.Administer;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Catalogue.Editor;

/// <summary>One item in the editor: the draft, or its newest version to begin one from; its versions; publishing and withdrawing.</summary>
public sealed class IndexModel(CatalogueServices services, ItemHistoryQuery histories) : CatalogueModel(services)
{
    /// <summary>Sections of the editor, in the order of the eight publics.</summary>
    public static readonly IReadOnlyList<string> Sections =
    [
        "basic",
        "basis",
        "conditions",
        "materials",
        "process",
        "limits",
        "fee",
        "result",
        "contact",
        "listing",
    ];

    private readonly ItemDrafts drafts = services.Platform.ItemDrafts;

    public string Code { get; private set; } = "";

    public ItemForm Form { get; private set; } = ItemForm.Of(ItemFile.Empty);

    public ItemDraft? Draft { get; private set; }

    public IReadOnlyList<PublishedVersion> Versions { get; private set; } = [];

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <summary>What stands against publishing the saved draft, as sentences.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    public string Tomorrow => Today.AddDays(1).ToString("yyyy-MM-dd");

    public string Last => Today.ToString("yyyy-MM-dd");

    public bool IsNew => Code.Length == 0;

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken cancellation) =>
        await FindAsync(code, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSaveAsync(string? code, CancellationToken cancellation)
    {
        if (!await FindAsync(code, cancellation))
        {
            return NotFound();
        }

        Form = ItemForm.Posted(Request.Form);
        var (item, wrong) = Form.ToItem();
        foreach (var column in wrong)
        {
            var label = Services.Texts["catalogue.column." + column.Key].Plain;
            Refuse(
                "f." + column.Key,
                Rejection.Of("catalogue.bad-field", ("column", label), ("text", Form[column.Key]))
            );
        }

        item = IsNew ? item : item with { Code = Code };
        if (!ModelState.IsValid || !await SendAsync(scope => drafts.Save(scope, item)))
        {
            return Page();
        }

        return Redirect($"/catalogue/items/{Uri.EscapeDataString(item.Code)}?done=saved");
    }

    public async Task<IActionResult> OnPostPublishAsync(string code, string? from, CancellationToken cancellation)
    {
        if (!await FindAsync(code, cancellation))
        {
            return NotFound();
        }

        if (DayOf("from", from) is not { } day || !await SendAsync(scope => drafts.Publish(scope, Code, day)))
        {
            return Page();
        }

        return Redirect("/catalogue?done=published");
    }

    public async Task<IActionResult> OnPostDiscardAsync(string code, CancellationToken cancellation)
    {
        if (!await FindAsync(code, cancellation))
        {
            return NotFound();
        }

        return await SendAsync(scope => ItemDrafts.Discard(scope, Code))
            ? Redirect("/catalogue?done=discarded")
            : Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string code, string? last, CancellationToken cancellation)
    {
        if (!await FindAsync(code, cancellation))
        {
            return NotFound();
        }

        if (DayOf("last", last) is not { } day || !await SendAsync(scope => drafts.Withdraw(scope, Code, day)))
        {
            return Page();
        }

        return Redirect("/catalogue?done=withdrawn");
    }

    private async Task<bool> FindAsync(string? code, CancellationToken cancellation)
    {
        Units = Read(Organisation.Units);
        if (code is null)
        {
            return true;
        }

        Code = code;
        Draft = Read(session => ItemDrafts.Find(session, code));
        Versions = await histories.ReadAsync(code, cancellation);
        var item = Draft?.Item ?? (Versions is [var newest, ..] ? newest.Version.Item : null);
        if (item is null)
        {
            return false;
        }

        Form = ItemForm.Of(item);
        Faults = Draft is null
            ? []
            : Read(session => ItemDrafts.Check(session, item)).Select(each => Services.Texts.Of(each).Plain).ToList();
        return true;
    }
}
