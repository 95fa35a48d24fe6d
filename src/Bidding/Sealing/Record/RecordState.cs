using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Record;

/// <summary>A tender's record folded: a function of its entries and nothing else.</summary>
public sealed record RecordState
{
    public static RecordState Empty { get; } = new();

    public RecordPhase Phase { get; init; } = RecordPhase.Announcing;

    /// <summary>When the running window ends; the deadline while sealing. Nothing after Opened or Failed.</summary>
    public DateTimeOffset Until { get; init; }

    public RecordFailure Failure { get; init; }

    /// <summary>The version in force.</summary>
    public Notice? Notice { get; init; }

    public byte[] NoticeHash { get; init; } = [];

    /// <summary>Leaf hashes of all entries so far.</summary>
    public ImmutableList<byte[]> Leaves { get; init; } = [];

    /// <summary>Submissions under the notice in force, in the order of the record.</summary>
    public ImmutableList<Submission> Submissions { get; init; } = [];

    /// <summary>The last sequence of every slot; a withdrawn slot has <see cref="int.MaxValue"/>.</summary>
    public ImmutableDictionary<string, int> LastSequences { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Closed by the first checkpoint whose median cosignature time is at or after the deadline.</summary>
    public BidSet? Set { get; init; }

    /// <summary>F, once three holders have signed it.</summary>
    public byte[]? SetRoot { get; init; }

    public ImmutableDictionary<HolderRole, byte[]> Seeds { get; init; } = ImmutableDictionary<HolderRole, byte[]>.Empty;

    /// <summary>Slots of accepted bids that are dummies of revealed seeds.</summary>
    public ImmutableHashSet<string> Dummies { get; init; } = [];

    /// <summary>n.</summary>
    public int? Count { get; init; }

    public ImmutableHashSet<HolderRole> IdentityKeys { get; init; } = [];

    public ImmutableHashSet<string> IdentitySecrets { get; init; } = [];

    public ImmutableDictionary<HolderRole, LotsIdentified> Findings { get; init; } =
        ImmutableDictionary<HolderRole, LotsIdentified>.Empty;

    /// <summary>Lots with three bidders or more; the others stay sealed for good.</summary>
    public ImmutableArray<int> PassedLots { get; init; } = [];

    /// <summary>Digests of released secrets by slot and lot.</summary>
    public ImmutableDictionary<string, ImmutableArray<SecretsReleased>> Released { get; init; } =
        ImmutableDictionary<string, ImmutableArray<SecretsReleased>>.Empty;

    public ImmutableSortedDictionary<HolderRole, SealKey> ContentKeys { get; init; } =
        ImmutableSortedDictionary<HolderRole, SealKey>.Empty;

    public EvaluationState Evaluation { get; init; } = EvaluationState.Empty;

    /// <summary>Bids that are not dummies, in the order of slots.</summary>
    public IEnumerable<AcceptedBid> Bids => Set?.Accepted.Where(bid => !Dummies.Contains(bid.Slot)) ?? [];

    public bool HasReleased(string slot, int lot) =>
        Released.TryGetValue(slot, out var released) && released.Any(each => each.Lots.Contains(lot));

    internal RecordState Enter(RecordPhase phase, DateTimeOffset at, int minutes) =>
        this with
        {
            Phase = phase,
            Until = at.AddMinutes(minutes),
        };

    internal RecordState Fail(RecordFailure failure) => this with { Phase = RecordPhase.Failed, Failure = failure };
}
