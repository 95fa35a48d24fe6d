using Approvals.Kernel;
using Approvals.Server.Operations;
using Approvals.Server.Reads.Operate;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Operate.Migration;

/// <summary>迁移: between which versions, where tokens of missing steps go, what the preflight says; then all instances or those chosen.</summary>
public sealed class IndexModel(OperateServices services, MigrationQuery migrations) : OperateModel(services)
{
    public const int MostShown = 200;

    public MigrationDraft Draft { get; private set; } = null!;

    [BindProperty(SupportsGet = true, Name = "from")]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "to")]
    public int? To { get; set; }

    /// <summary>Old element ids to new ones.</summary>
    [BindProperty(SupportsGet = true, Name = "map")]
    public Dictionary<string, string> Map { get; set; } = [];

    /// <summary>The instances that were chosen.</summary>
    [BindProperty]
    public long[] Instances { get; set; } = [];

    /// <summary>Of the last migration.</summary>
    [BindProperty(SupportsGet = true, Name = "moved")]
    public int? Moved { get; set; }

    [BindProperty(SupportsGet = true, Name = "stay")]
    public int Stay { get; set; }

    public IActionResult OnGet(string id) => Find(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostAllAsync(string id) => MoveAsync(id, isAll: true);

    public Task<IActionResult> OnPostChosenAsync(string id) => MoveAsync(id, isAll: false);

    private async Task<IActionResult> MoveAsync(string id, bool isAll)
    {
        if (!Find(id))
        {
            return NotFound();
        }

        if (!isAll && Instances.Length == 0)
        {
            Refuse(Rejection.Of("operation.instances-missing"));
            return Page();
        }

        var order = migrations.Order(Draft, Map, isAll ? null : [.. Instances]);
        var preflight = Migrate.Look(Platform, order);
        var counts = await Migrate.MoveAsync(Platform, await ActorAsync(), order, preflight);
        return Redirect(
            $"/operate/processes/{Uri.EscapeDataString(id)}/migrate?from={Draft.From}&to={Draft.To}"
                + $"&moved={counts.Moved}&stay={preflight.Total - counts.Moved}"
        );
    }

    private bool Find(string id)
    {
        // An empty choice of a select box is none.
        Map = Map.Where(pair => !string.IsNullOrEmpty(pair.Value)).ToDictionary(StringComparer.Ordinal);
        if (migrations.Find(id, From, To, Map) is not { } found)
        {
            return false;
        }

        Draft = found;
        return true;
    }
}
