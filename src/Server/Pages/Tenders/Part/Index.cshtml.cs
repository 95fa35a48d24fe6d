using System.Collections.Immutable;
using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Server.Api.Tenders;
using Approvals.Server.Identity;
using Approvals.Server.Reads.Tenders;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Tenders.Part;

/// <summary>
/// A part of a bid, under its blind name: its files one by one, to the committee, the agency and the supervisor alone, once both locks are open.
/// </summary>
[Authorize]
public sealed class IndexModel(TenderQuery tenders, CurrentActor current) : PageModel
{
    private byte[] bytes = [];

    public FoundTender Found { get; private set; } = null!;

    public int Place { get; private set; }

    public SectionId Section { get; private set; }

    /// <summary>Null when the part is no parcel: then it can be taken as it is.</summary>
    public ImmutableArray<BidFile>? Files { get; private set; }

    public long Length => bytes.Length;

    public async Task<IActionResult> OnGetAsync(string number, int place, SectionKind kind, int lot) =>
        await FindAsync(number, place, new SectionId(lot, kind)) ? Page() : NotFound();

    public async Task<IActionResult> OnGetFileAsync(string number, int place, SectionKind kind, int lot, int at)
    {
        if (!await FindAsync(number, place, new SectionId(lot, kind)))
        {
            return NotFound();
        }

        if (Files is not { } files)
        {
            return File(bytes, "application/octet-stream", $"{BlindNames.Of(place)}-{kind}");
        }

        return at >= 0 && at < files.Length
            ? File(files[at].Content, TypeOf(files[at].Content), $"{BlindNames.Of(place)}-{files[at].Name}")
            : NotFound();
    }

    private static string TypeOf(byte[] content) =>
        content.AsSpan().StartsWith("%PDF-"u8) ? "application/pdf" : "application/octet-stream";

    private async Task<bool> FindAsync(string number, int place, SectionId section)
    {
        if (
            await current.ActorAsync() is not { } actor
            || tenders.Find(number) is not { } found
            || !TenderDoors.MayReadBids(actor, found.State)
            || place < 0
            || place >= found.State.BlindOrder.Length
            || section.Lot < 0
            || section.Lot >= found.State.Declaration.Lots.Length
            || section.Kind is not (SectionKind.Qualification or SectionKind.Technical)
            || tenders.Section(found, found.State.BlindOrder[place], section) is not { } opened
        )
        {
            return false;
        }

        (Found, Place, Section, bytes) = (found, place, section, opened);
        Files = BidParcel.Read(opened);
        return true;
    }
}
