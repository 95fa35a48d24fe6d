using System.Collections.Immutable;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Notices;

/// <summary>Sizes of the three sections of a lot, in bytes with the eight of their length: the same for every bid.</summary>
public sealed record SectionSizes(int Open, int Qualification, int Technical)
{
    public int Of(SectionKind kind) =>
        kind switch
        {
            SectionKind.Open => Open,
            SectionKind.Qualification => Qualification,
            _ => Technical,
        };
}

/// <summary>How long the states after the deadline last, in minutes: Frozen, Counted, Identified and its reserve, Unlock A and B.</summary>
public sealed record Windows(int Freeze, int Count, int Identify, int IdentifyReserve, int Release, int Unlock)
{
    public static Windows Standard { get; } = new(5, 10, 20, 20, 60, 30);
}

/// <summary>
/// 招标公告 as the seal needs it: what every envelope is bound to by <see cref="Hash"/>. Signed by the four holders; a new version
/// replaces it, and with <see cref="IsReseal"/> voids the envelopes made for older ones.
/// </summary>
public sealed record Notice
{
    public const byte ProtocolVersion = 1;

    /// <summary>Fewer bids than this are never opened (招标投标法实施条例 44).</summary>
    public const int FewestBids = 3;

    public required string Tender { get; init; }

    public required int Version { get; init; }

    public bool IsReseal { get; init; }

    /// <summary>SHA-256 over the tender documents, and over the price formula's DMN.</summary>
    public required byte[] DocumentsHash { get; init; }

    public required byte[] FormulaHash { get; init; }

    public required int Lots { get; init; }

    public required SectionSizes Sizes { get; init; }

    /// <summary>T, 投标截止时间.</summary>
    public required DateTimeOffset Deadline { get; init; }

    public required Windows Windows { get; init; }

    /// <summary>The four, in the order of their roles.</summary>
    public required ImmutableArray<Holder> Holders { get; init; }

    /// <summary>K: a holder sends 0…K−1 dummies.</summary>
    public required int DummyRange { get; init; }

    /// <summary>SHA-256 of the relay's certificate, and the gateway's HPKE point.</summary>
    public required byte[] RelayHash { get; init; }

    public required byte[] GatewayPoint { get; init; }

    /// <summary>SHA-256 of the sealing page and of the command-line sealer.</summary>
    public required byte[] PageHash { get; init; }

    public required byte[] SealerHash { get; init; }

    /// <summary>SHA-256 of the root certificates whose organisations may bid.</summary>
    public required ImmutableArray<byte[]> TrustedRoots { get; init; }

    /// <summary><c>notice_hash</c>.</summary>
    public byte[] Hash => SealHash.Hash("notice", NoticeCodec.Write(this));

    public Holder HolderOf(HolderRole role) => Holders[(int)role - 1];
}
