using Approvals.Cases.Handling;
using Approvals.Kernel.Calendar;
using Approvals.Server.Reads.Catalogue;
using Approvals.Server.Reads.Drafts;
using Approvals.Server.Storage;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>Finds what a request of the journey stands on. Null when the item can't be applied for here.</summary>
public sealed class ApplyJourneys(
    CatalogueSnapshots catalogue,
    ApplyForms forms,
    DraftQuery drafts,
    Platform platform,
    WorkingCalendar calendar
)
{
    public ApplyItem? FindItem(string code) => ApplyItem.Of(catalogue.Current.Find(code), forms);

    /// <summary>The application of a person, with the draft when there is one.</summary>
    public async Task<ApplyJourney?> FindAsync(string code, Seated seat, CancellationToken cancellation)
    {
        if (FindItem(code) is not { } item)
        {
            return null;
        }

        var details = platform.Readers.Read(session => Organisation.FindPerson(session, seat.Person.Id))!;
        var found = await drafts.FindAsync(seat.DraftOwner, code, cancellation);
        return new ApplyJourney(item, details, found.Draft, platform.Clock.GetUtcNow(), calendar)
        {
            HasParked = found.HasParked,
        };
    }
}
