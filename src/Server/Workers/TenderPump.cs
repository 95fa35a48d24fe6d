using Approvals.Bidding.Handling;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Tenders;
using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;

namespace Approvals.Server.Workers;

/// <summary>Moves tenders on that time alone moves, and works out the opening once every lock is open.</summary>
public sealed class TenderPump(Platform platform, ILogger<TenderPump> log) : Pump(platform, log)
{
    private static readonly Actor Opener = Actor.System("tender");
    private static readonly SqlText Open = new(
        "SELECT key FROM tender WHERE stage NOT IN ('Archived', 'Declared', 'Compiling') ORDER BY key"
    );

    private readonly Platform platform = platform;

    protected override async Task<DateTimeOffset?> DoDueAsync(CancellationToken cancellation)
    {
        DateTimeOffset? next = null;
        foreach (var key in platform.Readers.Read(session => session.QueryIntegers(Open)))
        {
            cancellation.ThrowIfCancellationRequested();
            var due = await MoveAsync(key);
            next = due is { } at && (next is null || at < next) ? at : next;
        }

        return next;
    }

    private async Task<DateTimeOffset?> MoveAsync(long key)
    {
        var now = platform.Clock.GetUtcNow();
        var (work, record) = platform.Readers.Read(session => Look(session, key, now));
        if (work is not null)
        {
            await platform.SendAsync(Opener, work);
        }

        return record.Phase is > RecordPhase.Sealing and < RecordPhase.Opened && record.Until > now
            ? record.Until
            : null;
    }

    private (Func<TurnScope, TurnAnswer>? Work, RecordState Record) Look(
        SqlSession session,
        long key,
        DateTimeOffset now
    )
    {
        var tender = LoadedTender.Find(session, key)!.State;
        var record = platform.Tenders.Records.Read(session, tender.Record);
        if (
            record.Phase == RecordPhase.Opened
            && tender.Stage == TenderStage.Registering
            && SealedStore.NamesSalt(session, key) is { } salt
        )
        {
            var opening = Openings.Of(session, platform.Blobs, tender, record, salt);
            return (scope => OpenBids(scope, key, opening), record);
        }

        return TenderProcess.HasWork(session, tender, record, now)
            ? (scope => Advance(scope, key), record)
            : (null, record);
    }

    private TurnAnswer OpenBids(TurnScope scope, long key, OpenBids opening) =>
        platform.Tenders.Store.Execute(scope, key, opening).Rejection is { } rejection
            ? rejection
            : Advance(scope, key);

    private TurnAnswer Advance(TurnScope scope, long key)
    {
        platform.Tenders.Process.Advance(scope, key);
        return TurnAnswer.Done();
    }
}
