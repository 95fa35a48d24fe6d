using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Notices;

namespace Approvals.Bidding.Sealing.Record;

/// <summary>Before the deadline: the pool's leaves, and what station and supervisor will draw with.</summary>
public sealed record PoolCommitted(
    DateTimeOffset At,
    ImmutableArray<byte[]> Leaves,
    byte[] StationCommitment,
    byte[] SupervisorCommitment,
    byte[] Signature
) : RecordEntry(At);

/// <summary>After the opening: who may not serve, by index, from recorded relations.</summary>
public sealed record ExpertsExcluded(DateTimeOffset At, ImmutableArray<int> Indexes, byte[] Signature)
    : RecordEntry(At);

/// <summary>The value that two named sources published after the exclusions.</summary>
public sealed record PublicValueFixed(DateTimeOffset At, string Value, byte[] Signature) : RecordEntry(At);

/// <summary>The members in the order drawn, and those before them who refused.</summary>
public sealed record ExpertsDrawn(
    DateTimeOffset At,
    ImmutableArray<int> Members,
    ImmutableArray<int> Refused,
    byte[] Signature
) : RecordEntry(At);

/// <summary>A member's sheet is fixed, unseen. <paramref name="Expert"/> counts the members from 0.</summary>
public sealed record ScoreCommitted(DateTimeOffset At, int Expert, int Version, byte[] Commitment) : RecordEntry(At);

/// <summary>A member's last sheet, when all members have committed.</summary>
public sealed record ScoreOpened(DateTimeOffset At, int Expert, int Version, byte[] Salt, byte[] Sheet)
    : RecordEntry(At);

/// <summary>A line of a ranking, scores as canonical decimals.</summary>
public sealed record RankingLine(string Slot, string Technical, string PriceScore, string Total);

/// <summary>The ranking of a lot, and the weight of the price in it.</summary>
public sealed record LotRanked(DateTimeOffset At, int Lot, int PriceWeight, ImmutableArray<RankingLine> Lines)
    : RecordEntry(At);

/// <summary>After the award: the seeds, so that anyone draws again.</summary>
public sealed record DrawOpened(DateTimeOffset At, byte[] StationSeed, byte[] SupervisorSeed) : RecordEntry(At);

/// <summary>What the record says of the evaluation so far.</summary>
public sealed record EvaluationState
{
    public static EvaluationState Empty { get; } = new();

    public PoolCommitted? Pool { get; init; }

    public ExpertsExcluded? Exclusions { get; init; }

    public PublicValueFixed? PublicValue { get; init; }

    public ExpertsDrawn? Committee { get; init; }

    /// <summary>All versions of every member, oldest first.</summary>
    public ImmutableDictionary<int, ImmutableArray<byte[]>> Commitments { get; init; } =
        ImmutableDictionary<int, ImmutableArray<byte[]>>.Empty;

    public ImmutableSortedDictionary<int, ScoreOpened> Sheets { get; init; } =
        ImmutableSortedDictionary<int, ScoreOpened>.Empty;

    public ImmutableSortedDictionary<int, LotRanked> Rankings { get; init; } =
        ImmutableSortedDictionary<int, LotRanked>.Empty;

    public DrawOpened? Draw { get; init; }
}
