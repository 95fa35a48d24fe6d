using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Wire;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Envelopes;

/// <summary>
/// What an envelope shows to everybody, of one size per tender: <c>core ‖ sheet ‖ 8 shares ‖ 2 recovery ‖ token</c>. Every byte of it
/// is in <see cref="Id"/>.
/// </summary>
public sealed record EnvelopeHeader
{
    /// <summary>The plain identity sheet with its zeros.</summary>
    public const int SheetSize = 16 * 1024;

    public const int SealedSheetSize = SheetSize + TagSize;
    public const int TokenSize = 256;
    public const int Recoveries = 2;

    private const byte Suite = 1;
    private const int TagSize = 16;
    private const int HolderCount = 4;

    public required byte[] NoticeHash { get; init; }

    public required byte[] SlotPoint { get; init; }

    /// <summary>1, 2, 3 … in one slot; the highest counts.</summary>
    public required int Sequence { get; init; }

    public required byte[] Nonce { get; init; }

    /// <summary><c>c_h</c>, <c>c_id</c>, and one of every section in the order of <see cref="SectionId.All"/>.</summary>
    public required byte[] HolderCommitment { get; init; }

    public required byte[] IdentityCommitment { get; init; }

    public required ImmutableArray<byte[]> SectionCommitments { get; init; }

    /// <summary>RFC 6962 root over the body's pieces of 256 KiB.</summary>
    public required byte[] BodyRoot { get; init; }

    public byte[] Sheet { get; init; } = [];

    public ImmutableArray<byte[]> ContentShares { get; init; } = [];

    public ImmutableArray<byte[]> IdentityShares { get; init; } = [];

    public ImmutableArray<byte[]> Recovery { get; init; } = [];

    public byte[] Base => AttemptSecrets.BaseOf(NoticeHash, SlotPoint, Sequence, Nonce);

    /// <summary>What the organisations of the bid sign, before there is a sheet.</summary>
    public byte[] Core
    {
        get
        {
            var writer = new WireWriter()
                .Byte(Notice.ProtocolVersion)
                .Byte(Suite)
                .Fixed(NoticeHash)
                .Fixed(SlotPoint)
                .Int(Sequence)
                .Fixed(Nonce)
                .Fixed(HolderCommitment)
                .Fixed(IdentityCommitment);
            foreach (var commitment in SectionCommitments)
            {
                writer.Fixed(commitment);
            }

            return writer.Fixed(BodyRoot).ToArray();
        }
    }

    /// <summary><c>env_id</c>.</summary>
    public byte[] Id => SealHash.Hash("env", Write());

    public byte[] Write()
    {
        var writer = new WireWriter().Fixed(Core).Fixed(Sheet);
        foreach (var part in ContentShares.Concat(IdentityShares).Concat(Recovery))
        {
            writer.Fixed(part);
        }

        return writer.Fixed(new byte[TokenSize]).ToArray();
    }

    /// <summary>The header in the bytes, or null when they aren't one of this tender's.</summary>
    public static EnvelopeHeader? Read(Notice notice, ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        var isOurs = reader.Byte() == Notice.ProtocolVersion & reader.Byte() == Suite;
        var header = new EnvelopeHeader
        {
            NoticeHash = reader.Fixed(SealHash.Size),
            SlotPoint = reader.Fixed(SealKey.PointSize),
            Sequence = reader.Int(),
            Nonce = reader.Fixed(AttemptSecrets.NonceSize),
            HolderCommitment = reader.Fixed(SealHash.Size),
            IdentityCommitment = reader.Fixed(SealHash.Size),
            SectionCommitments = Parts(ref reader, notice.Lots * 3, SealHash.Size),
            BodyRoot = reader.Fixed(SealHash.Size),
            Sheet = reader.Fixed(SealedSheetSize),
            ContentShares = Parts(ref reader, HolderCount, HolderShares.Size),
            IdentityShares = Parts(ref reader, HolderCount, HolderShares.Size),
            Recovery = Parts(ref reader, Recoveries, HolderShares.Size),
        };
        var token = reader.Fixed(TokenSize);
        return
            isOurs
            && reader.IsWhole
            && !token.AsSpan().ContainsAnyExcept((byte)0)
            && header.Sequence >= 1
            && SealKey.IsPoint(header.SlotPoint)
            && header.NoticeHash.AsSpan().SequenceEqual(notice.Hash)
            ? header
            : null;
    }

    /// <summary>The commitment to one section's secret.</summary>
    public byte[] CommitmentOf(SectionId section) =>
        SectionCommitments[(((int)section.Kind - 1) * (SectionCommitments.Length / 3)) + section.Lot];

    private static ImmutableArray<byte[]> Parts(ref WireReader reader, int count, int size)
    {
        var parts = ImmutableArray.CreateBuilder<byte[]>(count);
        for (var at = 0; at < count; at++)
        {
            parts.Add(reader.Fixed(size));
        }

        return parts.MoveToImmutable();
    }
}
