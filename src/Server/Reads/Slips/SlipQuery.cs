using Approvals.Cases;
using Approvals.Cases.Handling;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Organisations;
using Approvals.Server.Reads.Catalogue;
using Approvals.Server.Storage;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Slips;

/// <summary>取号单: what an applicant takes away after sending an application. Another person's case is not there.</summary>
public sealed class SlipQuery(PlatformReads reads, CatalogueSnapshots catalogue, Platform platform)
{
    /// <summary>行政许可法 art. 32: within five working days everything missing is told at once, or the case counts as accepted.</summary>
    private const int AcceptanceDays = 5;

    public async Task<SlipDetail?> FindAsync(long key, string person, CancellationToken cancellation)
    {
        if (await reads.Cases.FirstOrDefaultAsync(row => row.Key == key, cancellation) is not { } row)
        {
            return null;
        }

        if (row.Applicant != person)
        {
            return null;
        }

        var papers = await (
            from link in reads.CaseDocuments
            join document in reads.Documents on link.Document equals document.Id
            where link.Owner == key && link.Kind == DocumentKinds.Material
            orderby link.Document
            select new SlipPaper(link.Caption, document.Name, document.Length)
        ).ToListAsync(cancellation);
        var item = platform.Readers.Read(session =>
            platform.Cases.Items.Get(session, row.ItemCode, row.ItemVersion).Item
        );
        var submitted = DateTimeOffset.FromUnixTimeMilliseconds(row.Submitted);
        var tellBy = platform.Calendar.AddWorkingDays(CivilTime.DateOf(submitted), AcceptanceDays);
        return new SlipDetail(
            CaseNumber.Grouped(row.QueryNumber),
            row.QueryNumber,
            row.CaseNumber,
            row.ItemName,
            catalogue.Current.Unit(row.Unit)?.Name ?? row.Unit,
            row.ApplicantName,
            submitted,
            papers,
            [.. item.Materials.Where(material => material.FilledOnline).Select(material => material.Name)],
            tellBy,
            platform.Calendar.IsProvisional(tellBy),
            AcceptanceDays,
            row.PromisedDays,
            new Window(
                item.Contact.Window,
                item.Contact.WindowName,
                item.Contact.Place,
                item.Contact.Phone,
                item.Contact.Hours
            )
        );
    }
}

/// <param name="Number">Grouped for reading aloud: 2026 0916 0037.</param>
/// <param name="Made">Papers that the platform makes from the answers.</param>
/// <param name="TellBy">The last day to hear whether the application is accepted.</param>
/// <param name="PromisedDays">Working days from acceptance to the decision.</param>
public sealed record SlipDetail(
    string Number,
    string QueryNumber,
    string CaseNumber,
    string ItemName,
    string Unit,
    string Applicant,
    DateTimeOffset Submitted,
    IReadOnlyList<SlipPaper> Papers,
    IReadOnlyList<string> Made,
    DateOnly TellBy,
    bool IsProvisional,
    int AcceptanceDays,
    int PromisedDays,
    Window Window
);

public sealed record SlipPaper(string Material, string FileName, long Bytes);
