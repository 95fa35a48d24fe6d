using Approvals.Bidding.Tenders;
using Approvals.Kernel;
using Approvals.Server.Api.Tenders;
using Approvals.Server.Identity;
using Approvals.Server.Pages.Tenders.Act;
using Approvals.Server.Reads.Tenders;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Roles = Approvals.Kernel.Organisations.Roles;

namespace Approvals.Server.Pages.Tenders.List;

/// <summary>Which tenders the list shows.</summary>
public enum TenderShow
{
    All,

    /// <summary>招标公告: bids are taken.</summary>
    Open,

    /// <summary>中标候选人公示.</summary>
    Candidates,

    /// <summary>中标结果.</summary>
    Awards,

    /// <summary>招标失败.</summary>
    Failed,
}

/// <summary>招标公告: everything that is published; who works on tenders also sees what is being prepared, and what waits for him.</summary>
public sealed class IndexModel(TenderListQuery tenders, TenderTasksQuery tasks, CurrentActor current) : PageModel
{
    private static readonly string[] Parties = [Roles.Tenderer, Roles.Agency, Roles.BidSupervisor, Roles.Notary];

    public IReadOnlyList<TenderLine> Lines { get; private set; } = [];

    /// <summary>等您办的, a step each.</summary>
    public IReadOnlyList<(TenderState Tender, TenderStep Step)> Waiting { get; private set; } = [];

    public bool MayDeclare { get; private set; }

    public TenderShow Show { get; private set; }

    public async Task OnGetAsync(TenderShow show)
    {
        Show = show;
        var actor = await current.ActorAsync();
        MayDeclare = actor is not null && Roles.Holds(actor, Roles.Tenderer);
        Lines =
        [
            .. tenders
                .List(isPublicOnly: actor is null || !Parties.Any(role => Roles.Holds(actor, role)))
                .Where(line => IsShown(line.Stage, show)),
        ];
        Waiting = actor is null
            ? []
            : [.. tasks.Of(actor).Select(tender => (tender, StepOf(tender, actor))).Where(IsOpen)];
    }

    private static bool IsShown(TenderStage stage, TenderShow show) =>
        show switch
        {
            TenderShow.Open => stage == TenderStage.Registering,
            TenderShow.Candidates => stage == TenderStage.Publicity,
            TenderShow.Awards => stage is TenderStage.Awarded or TenderStage.Contracted or TenderStage.Archived,
            TenderShow.Failed => stage == TenderStage.Failed,
            _ => true,
        };

    private static bool IsOpen((TenderState Tender, TenderStep Step) each) => each.Step != TenderStep.Nothing;

    private static TenderStep StepOf(TenderState tender, Actor actor) =>
        TenderSteps.Of(tender, TenderDoors.HolderOf(actor, tender), tender.ExpertOf(actor.Id), actor.Id);
}
