using Approvals.Server.Operations;
using Approvals.Server.Pages.Operate;
using Approvals.Server.Reads.Operate;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Design.Live;

/// <summary>运行实况: one process after the other as a heat map, with what is stuck in it; the rest is behind /operate.</summary>
public sealed class IndexModel(OperateServices services, ProcessesQuery processes, ProcessLoadQuery loads)
    : OperateModel(services)
{
    private const int MostIncidents = 5;

    public IReadOnlyList<ProcessLine> Processes { get; private set; } = [];

    /// <summary>The chosen process, else the one in which most runs; null when nothing is deployed.</summary>
    public ProcessLoad? Load { get; private set; }

    /// <summary>The oldest incidents of it.</summary>
    public IReadOnlyList<OpenIncident> Incidents { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "process")]
    public string? Process { get; set; }

    [BindProperty(SupportsGet = true, Name = "version")]
    public int? Version { get; set; }

    public IActionResult OnGet()
    {
        Processes = [.. processes.Read().OrderByDescending(each => each.Running)];
        Process ??= Processes is [var busiest, ..] ? busiest.Id : null;
        Load = Process is null ? null : loads.Find(Process, Version);
        if (Process is not null && Load is null)
        {
            return NotFound();
        }

        Incidents = Process is null
            ? []
            : Platform.Readers.Read(session =>
                Approvals.Server.Operations.Incidents.Read(session, Process).Take(MostIncidents).ToList()
            );
        return Page();
    }
}
