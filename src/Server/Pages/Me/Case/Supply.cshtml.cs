using Approvals.Cases;
using Approvals.Cases.Commands;
using Approvals.Kernel.Blobs;
using Approvals.Kernel.Turns;
using Approvals.Server.Identity;
using Approvals.Server.Pages.Me.Apply.Uploads;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Me.Case;

/// <summary>补交承诺材料: what is owed and until when; each paper is handed in by itself, so that a wrong file costs no other.</summary>
public sealed class SupplyModel(MyCaseQuery cases, CurrentActor current, PageCommands commands, ITexts texts)
    : PageModel
{
    private const long Largest = 10 * 1024 * 1024;

    public CaseFacts Facts { get; private set; } = null!;

    [BindProperty]
    public Guid CommandId { get; set; } = Guid.NewGuid();

    [BindProperty]
    public string? Material { get; set; }

    public async Task<IActionResult> OnGetAsync(long key, CancellationToken cancellation) =>
        !await FindAsync(key, cancellation) ? NotFound()
        : Facts.State.Owed.Count > 0 ? Page()
        : Redirect($"/me/cases/{key}");

    public async Task<IActionResult> OnPostAsync(long key, IFormFile? file, CancellationToken cancellation)
    {
        if (!await FindAsync(key, cancellation))
        {
            return NotFound();
        }

        if (file is null || await KindAsync(file, cancellation) is not { } kind)
        {
            ModelState.AddModelError(nameof(file), texts["supply.wrong"].Plain);
            return Page();
        }

        await using var content = file.OpenReadStream();
        var blob = await commands.Platform.Blobs.PutAsync(content, Largest, cancellation);
        var name = FileNames.Clean(file.FileName);
        var answer = await commands.SendAsync(scope => Send(scope, key, name, kind.Media, blob!), CommandId);
        if (answer.Rejection is { } rejection)
        {
            CommandId = Guid.NewGuid();
            ModelState.AddModelError(nameof(file), texts.Of(rejection).Plain);
            return Page();
        }

        return Redirect($"/me/cases/{key}/supply");
    }

    private TurnAnswer Send(TurnScope scope, long key, string name, string media, Blob blob)
    {
        var stored = scope.AddDocument(name, media, blob.Sha256, blob.Length);
        var document = new MaterialDocument(
            Material ?? "",
            name,
            blob.Length,
            new DocumentRef(stored.Id, stored.Digest)
        );
        return commands.Platform.CaseTurns.SupplyPapers(scope, key, new SupplyPapers([document]));
    }

    private static async Task<FileKind?> KindAsync(IFormFile file, CancellationToken cancellation)
    {
        if (file.Length is 0 or > Largest)
        {
            return null;
        }

        var head = new byte[FileKind.SignatureLength];
        await using var content = file.OpenReadStream();
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        return FileKind.Of(head.AsSpan(0, read));
    }

    private async Task<bool> FindAsync(long key, CancellationToken cancellation)
    {
        if (
            await current.ActorAsync() is not { } actor
            || await cases.FindAsync(key, actor.Id, cancellation) is not { } facts
        )
        {
            return false;
        }

        Facts = facts;
        return true;
    }
}
