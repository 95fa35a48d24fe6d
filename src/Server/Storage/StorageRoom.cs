using Approvals.Server.Identity;
using Approvals.Server.Pages.Me.Apply;
using Approvals.Server.Pipeline;
using Approvals.Server.Reads;
using Approvals.Server.Reads.Tenders;
using Approvals.Server.Storage.Reads;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Storage;

/// <summary>The platform, the reads of the pages and the workers, as services.</summary>
public static class StorageRoom
{
    public static void AddStorageRoom(this IServiceCollection services, Platform platform)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = platform.Folder.Database,
            Mode = SqliteOpenMode.ReadOnly,
        }.ToString();
        services.AddSingleton(platform);
        services.AddSingleton(platform.Calendar);
        services.AddSingleton(platform.Blobs);
        services.AddDbContextPool<PlatformReads>(reads =>
            reads.UseSqlite(connection).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        );
        services.AddSingleton<PeopleOfPlatform>();
        services.AddSingleton<IPersonDirectory>(provider => provider.GetRequiredService<PeopleOfPlatform>());
        services.AddSingleton<IPersonRegistry>(provider => provider.GetRequiredService<PeopleOfPlatform>());
        services.AddScoped<PageCommands>();
        services.AddSingleton<TenderQuery>();
        services.AddSingleton<TenderListQuery>();
        services.AddSingleton<TenderPartiesQuery>();
        services.AddSingleton<TenderTasksQuery>();
        services.AddSingleton<TenderQuestionsQuery>();
        services.AddReadsRoom();
        services.AddApplyRoom();
    }
}
