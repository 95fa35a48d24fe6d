using Approvals.Server.Pages.Catalogue;

namespace Approvals.Server.Reads.Administer;

/// <summary>What the administrators' pages read.</summary>
public static class AdministerReads
{
    public static void AddAdministerReads(this IServiceCollection services)
    {
        services.AddScoped<CatalogueServices>();
        services.AddScoped<ItemHistoryQuery>();
        services.AddScoped<StaffQuery>();
    }
}
