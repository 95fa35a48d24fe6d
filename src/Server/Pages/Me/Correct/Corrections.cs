using Approvals.Cases.Handling;
using Approvals.Kernel.Calendar;
using Approvals.Kernel.Store;
using Approvals.Server.Reads.Cases;
using Approvals.Server.Storage;
using Approvals.Workflow.Feel;
using Approvals.Workflow.Runtime.Forms;

namespace Approvals.Server.Pages.Me.Correct;

/// <summary>Finds what a request of the correction stands on. Null when nothing is asked of this person in this case.</summary>
public sealed class Corrections(CorrectionQuery query, Platform platform, WorkingCalendar calendar)
{
    public async Task<Correction?> FindAsync(long key, string actorId, CancellationToken cancellation) =>
        await query.FindAsync(key, actorId, cancellation) is { } facts
            ? platform.Readers.Read(session => Open(session, facts, actorId, platform.Clock.GetUtcNow()))
            : null;

    /// <summary>The same inside a turn, where the draft is the one that counts.</summary>
    public Correction Open(SqlSession session, CorrectionFacts facts, string actorId, DateTimeOffset now)
    {
        var item = platform.Cases.Items.Get(session, facts.Row.ItemCode, facts.Row.ItemVersion).Item;
        var draft = Drafts.Find(session, actorId, item.Code, now, facts.Row.Key);
        var form = CorrectionForm.Of(ReadSchema(session, item.ApplyForm!), item, facts.Requested.Points);
        return new Correction(facts, item, form, FeelJson.Parse(facts.Form).AsContext(), draft, now, calendar);
    }

    private static string ReadSchema(SqlSession session, string form) =>
        FormDeploying.FindLatest(session, form)
        ?? throw new InvalidDataException($"The form '{form}' is not deployed.");
}
