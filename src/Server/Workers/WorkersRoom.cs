using Approvals.Cases.Printing;
using Approvals.Credentials.Pdf.Fonts;
using Approvals.Server.Adapters;
using Approvals.Server.Api.Tenders;
using Approvals.Server.Identity.Certificates;
using Approvals.Server.Signing;
using Approvals.Server.Storage;
using Approvals.Server.Transparency;

namespace Approvals.Server.Workers;

/// <summary>Everything that works after the commit: clocks, jobs, papers, effects.</summary>
public static class WorkersRoom
{
    internal const string Government = "清源市人民政府";

    public static void AddWorkersRoom(this IServiceCollection services, Platform platform, ServerOptions options)
    {
        services.AddPapersRoom(platform, options);
        services.AddSingleton(new LogFolder(platform.Folder.Within("log")));
        services.AddSingleton<TransparencyLog>();
        services.AddHostedService<LogPump>();
        services.AddSingleton<IJobWorker, PaperWorker>();
        services.AddSingleton<IJobWorker, LicenceDraftWorker>();
        services.AddSingleton<IEffectCarrier, PlatformMessages>();
        services.AddHostedService<DuePumpService>();
        services.AddHostedService<JobPump>();
        services.AddSingleton(provider =>
            TenderKeys.Open(platform.Folder, provider.GetRequiredService<SealCabinet>().Root)
        );
        services.AddSingleton<TenderDesk>();
        services.AddHostedService<TenderPump>();
        services.AddHostedService<OutboxPump>();
        services.AddHostedService<Housekeeping>();
    }

    /// <summary>What draws and signs papers; pages need it as well as workers.</summary>
    public static void AddPapersRoom(this IServiceCollection services, Platform platform, ServerOptions options)
    {
        services.AddSingleton(new PublicAddress(options.PublicOrigin));
        services.AddSingleton(_ => OpenFonts());
        services.AddSingleton(_ => OpenSeals(platform, options));
        services.AddSingleton<ISealKeys>(provider => provider.GetRequiredService<SealCabinet>());
        services.AddCertificatesRoom();
        services.AddSigningRoom();
        services.AddSingleton<PaperPress>();
        services.AddSingleton(new CasePapers(platform.Calendar, Government));
    }

    private static FontSet OpenFonts()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "fonts");
        return FontSet.Open(
            Path.Combine(folder, "NotoSerifSC_400Regular.ttf"),
            Path.Combine(folder, "NotoSerifSC_700Bold.ttf"),
            Path.Combine(folder, "NotoSansSC_400Regular.ttf"),
            Path.Combine(folder, "NotoSansSC_400Regular.ttf")
        );
    }

    private static SealCabinet OpenSeals(Platform platform, ServerOptions options) =>
        SealCabinet.Open(platform.Folder, CityAuthority.At(options.PublicOrigin), platform.Clock.GetUtcNow());
}
