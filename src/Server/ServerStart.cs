using Approvals.Server.Demo;
using Approvals.Server.Storage;

namespace Approvals.Server;

/// <summary>What a server does once before it listens: deploy missing processes, fill the designers' library and, on request, seed the demo city.</summary>
public static class ServerStart
{
    /// <param name="pastTenders">Whether the demonstration gets its tenders; sealing and judging them takes seconds.</param>
    public static async Task PrepareAsync(WebApplication app, bool demo, bool pastTenders = true)
    {
        var files = ActivatorUtilities.CreateInstance<WorkflowFiles>(app.Services);
        var folder = Path.Combine(AppContext.BaseDirectory, "workflows");
        await files.DeployMissingAsync(folder);
        await ActivatorUtilities.CreateInstance<LibrarySeed>(app.Services).FillAsync(folder);
        if (demo)
        {
            await ActivatorUtilities.CreateInstance<DemoCity>(app.Services).SeedAsync(pastTenders);
        }
    }
}
