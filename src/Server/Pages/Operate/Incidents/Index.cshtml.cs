using Approvals.Server.Operations;
using Microsoft.AspNetCore.Mvc;

namespace Approvals.Server.Pages.Operate.Incidents;

/// <summary>What went wrong and waits for somebody, with retry of one and of all.</summary>
public sealed class IndexModel(OperateServices services) : OperateModel(services)
{
    public IReadOnlyList<OpenIncident> Incidents { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "process")]
    public string? Process { get; set; }

    /// <summary>Of the last retry: how many were tried, and how many failed once more.</summary>
    [BindProperty(SupportsGet = true, Name = "retried")]
    public int? Retried { get; set; }

    [BindProperty(SupportsGet = true, Name = "again")]
    public int Again { get; set; }

    public void OnGet() => Read();

    public async Task<IActionResult> OnPostAsync(long incident, Guid commandId)
    {
        var answer = await Services.Commands.SendAsync(
            scope => Retry.Resolve(Platform, scope, incident, retries: 1),
            commandId
        );
        if (answer.Rejection is { } rejection)
        {
            Refuse(rejection);
            Read();
            return Page();
        }

        return Told(1, answer.Text == "again" ? 1 : 0);
    }

    public async Task<IActionResult> OnPostAllAsync()
    {
        var counts = await new Retry(Process: Process).TryAsync(Platform, await ActorAsync());
        return Told(counts.Retried, counts.Again);
    }

    private void Read() =>
        Incidents = Platform.Readers.Read(session => Approvals.Server.Operations.Incidents.Read(session, Process));

    private RedirectResult Told(int retried, int again) =>
        Redirect(
            "/operate/incidents?"
                + (Process is null ? "" : $"process={Uri.EscapeDataString(Process)}&")
                + $"retried={retried}&again={again}"
        );
}
