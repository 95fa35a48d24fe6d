using Approvals.Server.Pages.Design;
using Approvals.Server.Pages.Me.Correct;
using Approvals.Server.Pages.Operate;
using Approvals.Server.Pages.Public.Hall;
using Approvals.Server.Pages.Public.Items;
using Approvals.Server.Pages.Public.Track;
using Approvals.Server.Pages.Work.Decide;
using Approvals.Server.Pages.Work.Verbs;
using Approvals.Server.Reads.Administer;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Reads.Catalogue;
using Approvals.Server.Reads.Drafts;
using Approvals.Server.Reads.Log;
using Approvals.Server.Reads.Operate;
using Approvals.Server.Reads.Slips;
using Approvals.Server.Reads.Supervise;
using Approvals.Server.Reads.Work;

namespace Approvals.Server.Reads;

/// <summary>The queries of the pages, as services: one line each.</summary>
public static class ReadsRoom
{
    public static void AddReadsRoom(this IServiceCollection services)
    {
        services.AddSingleton<CatalogueSnapshots>();
        services.AddSingleton<ApplyForms>();
        services.AddSingleton<ProcessPictures>();
        services.AddSingleton<HallUse>();
        services.AddScoped<IHallQueries, HallQuery>();
        services.AddScoped<IItemQueries, ItemQuery>();
        services.AddScoped<DraftQuery>();
        services.AddScoped<DraftListQuery>();
        services.AddScoped<SlipQuery>();
        services.AddSingleton<ProcessDrawings>();
        services.AddSingleton<LookUpLimit>();
        services.AddScoped<CaseFactsQuery>();
        services.AddScoped<MyCaseQuery>();
        services.AddScoped<MyCasesQuery>();
        services.AddScoped<MyMessagesQuery>();
        services.AddScoped<DocumentQuery>();
        services.AddScoped<LicenceQuery>();
        services.AddScoped<MyLicencesQuery>();
        services.AddScoped<LeafQuery>();
        services.AddScoped<CorrectionQuery>();
        services.AddScoped<Corrections>();
        services.AddScoped<CorrectionSubmission>();
        services.AddScoped<WorkListQuery>();
        services.AddScoped<WorkFacetsQuery>();
        services.AddScoped<WorkCaseQuery>();
        services.AddScoped<CaseFileQuery>();
        services.AddScoped<NoticePreview>();
        services.AddScoped<DecisionServices>();
        services.AddScoped<ColleaguesQuery>();
        services.AddScoped<SigningQuery>();
        services.AddScoped<CopiesQuery>();
        services.AddScoped<StaffNames>();
        services.AddScoped<VerbServices>();
        services.AddScoped<BoardQuery>();
        services.AddScoped<AlarmsQuery>();
        services.AddScoped<TrendsQuery>();
        services.AddScoped<FiguresQuery>();
        services.AddScoped<RunningCasesQuery>();
        services.AddScoped<ProcessesQuery>();
        services.AddScoped<ProcessLoadQuery>();
        services.AddScoped<InstanceQuery>();
        services.AddScoped<MigrationQuery>();
        services.AddScoped<OperateServices>();
        services.AddDesignRoom();
        services.AddAdministerReads();
    }
}
