using Approvals.Server.Reads.Cases;

namespace Approvals.Server.Reads;

/// <summary>The queries of the pages, as services: one line each.</summary>
public static class ReadsRoom
{
    public static void AddReadsRoom(this IServiceCollection services)
    {
        services.AddSingleton<ProcessDrawings>();
        services.AddScoped<CaseFactsQuery>();
    }
}
