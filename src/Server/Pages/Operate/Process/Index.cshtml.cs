using Approvals.Server.Reads.Operate;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Operate.Process;

/// <summary>One process: its picture with where instances stand and how long, its versions, its instances.</summary>
public sealed class IndexModel(OperateServices services, ProcessLoadQuery loads) : OperateModel(services)
{
    public ProcessLoad Load { get; private set; } = null!;

    /// <summary>Only instances at this element are listed.</summary>
    [BindProperty(SupportsGet = true, Name = "element")]
    public string? Element { get; set; }

    public IEnumerable<InstanceLine> Instances =>
        Load.Loads.FirstOrDefault(each => each.Element == Element) is { } chosen
            ? Load.Instances.Where(instance => instance.Where.Contains(chosen.Name, StringComparer.Ordinal))
            : Load.Instances;

    public IActionResult OnGet(string id, [FromQuery] int? version)
    {
        if (loads.Find(id, version) is not { } found)
        {
            return NotFound();
        }

        Load = found;
        return Page();
    }
}
