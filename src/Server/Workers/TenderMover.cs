using Approvals.Bidding.Handling;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Tenders;
using Approvals.Kernel;
using Approvals.Kernel.Store;
using Approvals.Kernel.Turns;
using Approvals.Server.Storage;

namespace Approvals.Server.Workers;

/// <summary>Moves one tender on what time alone allows, and works out its opening outside any turn once every lock is open.</summary>
public sealed class TenderMover(Platform platform)
{
    private static readonly Actor Opener = Actor.System("tender");

    /// <summary>The instant at which it is to be looked at again, if any.</summary>
    /// <param name="at">The turn's instant where it isn't the platform's now.</param>
    public async Task<DateTimeOffset?> MoveAsync(long key, DateTimeOffset? at = null)
    {
        var now = at ?? platform.Clock.GetUtcNow();
        var (work, record) = platform.Readers.Read(session => Look(session, key, now));
        if (work is not null)
        {
            await platform.SendAsync(Opener, work, at: at);
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
