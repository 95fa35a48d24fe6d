using Approvals.Server.Api.Design;
using Approvals.Server.Reads.Design;

namespace Approvals.Server.Pages.Design;

/// <summary>What the pages and endpoints of the designers need, as services.</summary>
public static class DesignRoom
{
    public static void AddDesignRoom(this IServiceCollection services)
    {
        services.AddScoped<DesignerNames>();
        services.AddScoped<LibraryQuery>();
        services.AddScoped<DocumentQuery>();
        services.AddScoped<BundleQuery>();
        services.AddScoped<DeployQuery>();
        services.AddScoped<DesignRequest>();
        services.AddScoped<DocumentEndpoints>();
        services.AddScoped<ScenarioEndpoints>();
        services.AddScoped<PresenceEndpoints>();
        services.AddSingleton<Presence>();
        services.AddSingleton<CheckQueue>();
        services.AddScoped<CheckedRequest>();
        services.AddScoped<CheckEndpoints>();
        services.AddScoped<ScenarioRunEndpoints>();
        services.AddScoped<DecisionEndpoints>();
        services.AddScoped<FormEndpoints>();
    }
}
