using Approvals.Server.Demo;
using Approvals.Server.Storage;

namespace Approvals.Server;

/// <summary>What a server does once before it listens: deploy missing processes and, on request, seed the demo city.</summary>
public static class ServerStart
{
    public static async Task PrepareAsync(WebApplication app, bool demo)
    {
        var files = ActivatorUtilities.CreateInstance<WorkflowFiles>(app.Services);
        await files.DeployMissingAsync(Path.Combine(AppContext.BaseDirectory, "workflows"));
        if (demo)
        {
            await ActivatorUtilities.CreateInstance<DemoCity>(app.Services).SeedAsync();
        }
    }
}
