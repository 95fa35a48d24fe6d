using Approvals.Kernel;
using Approvals.Server.Operations;
using Approvals.Server.Pages.Operate;
using Approvals.Server.Reads.Design;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Design.Deploy;

/// <summary>部署: what differs, what the engine says of it, what becomes of the instances that run; then one button.</summary>
public sealed class IndexModel(OperateServices services, DeployQuery deployments, DesignerNames names)
    : OperateModel(services)
{
    public const int MostShown = 200;

    public PreparedDeployment Prepared { get; private set; } = null!;

    public DesignerNames Names => names;

    /// <summary>An older version that is to come back; without it the draft.</summary>
    [BindProperty(SupportsGet = true, Name = "version")]
    public int? Version { get; set; }

    /// <summary>The revision that was looked at.</summary>
    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public MoveChoice Move { get; set; }

    /// <summary>Old steps to new ones; in the address only once somebody has chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "map")]
    public Dictionary<string, string> Map { get; set; } = [];

    [BindProperty]
    public long[] Instances { get; set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Of the last deployment.</summary>
    [BindProperty(SupportsGet = true, Name = "deployed")]
    public int? Deployed { get; set; }

    [BindProperty(SupportsGet = true, Name = "moved")]
    public int Moved { get; set; }

    [BindProperty(SupportsGet = true, Name = "stay")]
    public int Stay { get; set; }

    public IActionResult OnGet(long id)
    {
        if (!Find(id))
        {
            return NotFound();
        }

        Revision = Prepared.Document.Revision;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, Guid commandId)
    {
        if (!Find(id))
        {
            return NotFound();
        }

        if (Move == MoveChoice.Chosen && Instances.Length == 0)
        {
            ModelState.AddModelError(
                nameof(Instances),
                Services.Texts.Of(Rejection.Of("operation.instances-missing")).Plain
            );
            return Page();
        }

        var command = new DeployDocument(Prepared, Revision, Reason, Move, Instances);
        var (done, refusal) = await command.RunAsync(Services.Commands, await ActorAsync(), commandId);
        if (done is not null)
        {
            return Redirect(
                $"/design/documents/{id}/deploy?deployed={done.Version}&moved={done.Moved}&stay={done.Stay}"
            );
        }

        var field = refusal!.Code == "library.reason-missing" ? nameof(Reason) : "";
        ModelState.AddModelError(field, Services.Texts.Of(refusal).Plain);
        return Page();
    }

    private bool Find(long id)
    {
        // An empty choice of a select box is none; no select box at all leaves the choice to what is likely.
        var isChosen = Map.Count > 0;
        Map = Map.Where(pair => !string.IsNullOrEmpty(pair.Value)).ToDictionary(StringComparer.Ordinal);
        if (deployments.Find(id, Version, isChosen ? Map : null) is not { } found)
        {
            return false;
        }

        Prepared = found;
        return true;
    }
}
