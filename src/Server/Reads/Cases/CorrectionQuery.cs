using System.Text.Json;
using Approvals.Cases;
using Approvals.Cases.Events;
using Approvals.Cases.Rows;
using Approvals.Server.Storage.Reads;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Server.Reads.Cases;

/// <summary>What a case's applicant has been asked to put right, and the form he sent last; null when nothing is asked of him.</summary>
public sealed class CorrectionQuery(PlatformReads reads)
{
    private const string Requested = "case.correction-requested";
    private static readonly string[] WithForm = ["case.submitted", "case.correction-submitted"];

    public async Task<CorrectionFacts?> FindAsync(long key, string actorId, CancellationToken cancellation)
    {
        var read = await reads.Cases.SingleOrDefaultAsync(
            row => row.Key == key && row.Applicant == actorId,
            cancellation
        );
        if (read?.ToRow() is not { } row || !row.Stage.IsCorrecting())
        {
            return null;
        }

        var journal = await reads
            .Journal.Where(record => record.Stream == key)
            .Where(record => record.Type == Requested || WithForm.Contains(record.Type))
            .OrderBy(record => record.Version)
            .ToListAsync(cancellation);
        var events = journal.ConvertAll(record => CaseEventCodec.Read(record.Type, record.Schema, record.Data));
        var form = events.Select(FormOf).OfType<DocumentRef>().Last();
        var bytes = await reads
            .Documents.Where(document => document.Id == form.Id)
            .Select(document => document.Bytes)
            .SingleAsync(cancellation);
        return new CorrectionFacts(
            row,
            events.OfType<CorrectionRequested>().Last(),
            bytes ?? throw new JsonException("The form of a case under correction has been erased.")
        );
    }

    private static DocumentRef? FormOf(CaseEvent happened) =>
        happened switch
        {
            CaseSubmitted e => e.Form,
            CorrectionSubmitted e => e.Form,
            _ => null,
        };
}

/// <param name="Form">The answers that were sent last, JSON.</param>
public sealed record CorrectionFacts(CaseRow Row, CorrectionRequested Requested, byte[] Form);
