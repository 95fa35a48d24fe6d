using Approvals.Bidding.Handling;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Tenders;
using Approvals.Server.Storage;

namespace Approvals.Server.Reads.Tenders;

/// <summary>A tender with its record as it stands now.</summary>
/// <param name="WaitsFor">The type of the job that the process waits for, if any.</param>
public sealed record FoundTender(TenderState State, RecordState Record, string? WaitsFor);

/// <summary>One tender by its number.</summary>
public sealed class TenderQuery(Platform platform)
{
    public FoundTender? Find(string number) => Find(number, platform.Clock.GetUtcNow());

    public FoundTender? Find(string number, DateTimeOffset now) =>
        platform.Readers.Read(session =>
            LoadedTender.Find(session, number)?.State is { } state
                ? new FoundTender(
                    state,
                    RecordRules.Elapse(platform.Tenders.Records.Read(session, state.Record), now),
                    TenderProcess.WaitsFor(session, state.Key)
                )
                : null
        );

    /// <summary>A section of a bid that both locks have opened, or null.</summary>
    public byte[]? Section(FoundTender found, string slot, Approvals.Bidding.Sealing.SectionId section) =>
        platform.Readers.Read(session =>
            BidEvidence.Read(session, platform.Blobs, found.State, found.Record).Open(slot, section)
        );
}
