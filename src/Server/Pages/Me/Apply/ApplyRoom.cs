using Approvals.Server.Pages.Me.Apply.Uploads;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>What the journey of an application is made of, as services.</summary>
public static class ApplyRoom
{
    public static void AddApplyRoom(this IServiceCollection services)
    {
        services.AddSingleton<PageReader>();
        services.AddSingleton<PageSeat>();
        services.AddSingleton<DraftSubmission>();
        services.AddScoped<ApplyJourneys>();
        services.AddScoped<ApplicantSeat>();
    }
}
