using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Tenders;
using Approvals.Server.Api.Tenders;
using Approvals.Server.Components.Steps;
using Approvals.Server.Identity;
using Approvals.Server.Reads.Tenders;
using Approvals.Server.Storage;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Tenders.One;

/// <summary>
/// One tender: notice, documents, calendar with articles, the opening as a live record, the results. Before publication only who works on
/// it sees it; who the experts are nobody sees here.
/// </summary>
public sealed class IndexModel(TenderQuery tenders, Platform platform, CurrentActor current) : PageModel
{
    private static readonly RecordPhase[] Shown =
    [
        RecordPhase.Sealing,
        RecordPhase.Frozen,
        RecordPhase.Counted,
        RecordPhase.Identified,
        RecordPhase.Releasing,
        RecordPhase.Unlocking,
        RecordPhase.Opened,
    ];

    public FoundTender Found { get; private set; } = null!;

    public TenderState State => Found.State;

    public RecordState Record => Found.Record;

    public ImmutableArray<CalendarLine> Calendar { get; private set; } = [];

    /// <summary>Whether there may be something to do for the reader on the act page.</summary>
    public bool Works { get; private set; }

    /// <summary>The opening as steps: those that are over, the running one with its end, those to come.</summary>
    public StepsView StepsOf(ITexts texts) =>
        new([
            .. Shown.Select(phase => new Step(
                texts["tenders.phase." + phase].Plain,
                StateOf(phase),
                phase == Record.Phase && phase != RecordPhase.Opened
                    ? texts["tenders.until", ("moment", texts.Moment(Record.Until).Plain)].Plain
                    : null
            )),
        ]);

    private StepState StateOf(RecordPhase phase) =>
        Record.Phase == RecordPhase.Failed ? StepState.Todo
        : phase < Record.Phase || phase == RecordPhase.Opened && Record.Phase == RecordPhase.Opened ? StepState.Done
        : phase == Record.Phase ? StepState.Now
        : StepState.Todo;

    public async Task<IActionResult> OnGetAsync(string number)
    {
        var actor = await current.ActorAsync();
        if (tenders.Find(number) is not { } found)
        {
            return NotFound();
        }

        Works =
            actor is not null
            && (TenderDoors.HolderOf(actor, found.State) is not null || found.State.ExpertOf(actor.Id) >= 0);
        if (found.State.PublishedAt is null && !Works)
        {
            return NotFound();
        }

        Found = found;
        Calendar = TenderCalendar.Of(
            platform.Tenders.Store.Rules,
            platform.Calendar,
            found.State,
            platform.Clock.GetUtcNow()
        );
        return Page();
    }

    /// <summary>A document of the tender file: anybody takes it, and nobody is asked who he is (招标投标法 22).</summary>
    public IActionResult OnGetDocument(string number, int index)
    {
        if (
            tenders.Find(number) is not { State: { PublishedAt: not null, File: { } file } }
            || index < 0
            || index >= file.Documents.Length
        )
        {
            return NotFound();
        }

        var document = file.Documents[index];
        return File(
            platform.Blobs.Open(Convert.FromHexString(document.Sha256)),
            "application/octet-stream",
            document.Name
        );
    }
}
