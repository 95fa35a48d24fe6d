using System.Collections.Immutable;
using System.Text;
using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Tests.Simulation;

/// <summary>What a bidder does wrong.</summary>
internal enum Lie
{
    None,

    /// <summary>One content share of the four is sealed rubbish.</summary>
    ContentShare,

    /// <summary>One identity share of the four is another value.</summary>
    IdentityShare,

    /// <summary>A section that is hashed and signed, but doesn't decrypt.</summary>
    Ciphertext,

    /// <summary>A holder commitment to another secret.</summary>
    Commitment,

    /// <summary>An organisation that nobody vouches for.</summary>
    Stranger,

    /// <summary>A signature over another core.</summary>
    Signature,

    /// <summary>Keeps its own secrets.</summary>
    NoRelease,
}

/// <summary>A bidder under one pseudonym: seals again for each replacement, and keeps what it needs to release its lock.</summary>
internal sealed class TestBidder(
    Notice notice,
    Random random,
    IReadOnlyList<TestOrganisation> members,
    ImmutableArray<int> lots
)
{
    public byte[] Root { get; } = TestHolder.Bytes(random, 32);

    public Lie Lie { get; init; }

    public byte[]? Supersedes { get; set; }

    /// <summary>In fen.</summary>
    public long Price { get; set; } = 200_000_000 + random.Next(1, 1_000_000);

    public int Sequence { get; private set; }

    public AttemptSecrets Secrets { get; private set; } = null!;

    public EnvelopeHeader Header { get; private set; } = null!;

    public byte[] Body { get; private set; } = null!;

    public IReadOnlyList<byte[]> Pieces { get; private set; } = null!;

    public byte[] HolderSecret { get; private set; } = null!;

    public IReadOnlyDictionary<SectionId, byte[]> Content { get; private set; } = null!;

    public string Slot => Convert.ToHexStringLower(Secrets.Slot.Point);

    public ImmutableArray<int> Lots => lots;

    public void Seal()
    {
        Sequence++;
        var chance = Chance(random);
        Content = SectionId
            .All(notice.Lots)
            .Where(section => lots.Contains(section.Lot))
            .ToDictionary(
                section => section,
                section =>
                    section.Kind == SectionKind.Open
                        ? new OpeningStatement(Price, 240, "陈国梁", "保函").Write()
                        : Encoding.UTF8.GetBytes($"{section} {random.Next()}")
            );
        using var body = new MemoryStream();
        var sealer = Sealer.Begin(notice, Root, Sequence, Content, chance, body);
        Secrets = new AttemptSecrets(Root, notice.Hash, Sequence, chance.Nonce);
        Body = body.ToArray();
        HolderSecret = chance.HolderSecret;
        var sealedOne = sealer.Finish(Sheet(sealer.Unsigned));
        Pieces = sealedOne.PieceHashes;
        Header = Spoil(sealedOne.Header);
    }

    public static SealingChance Chance(Random random) =>
        new(
            TestHolder.Bytes(random, AttemptSecrets.NonceSize),
            TestHolder.Bytes(random, 32),
            [TestHolder.Bytes(random, 32), TestHolder.Bytes(random, 32)],
            [TestHolder.Bytes(random, 32), TestHolder.Bytes(random, 32)]
        );

    private EnvelopeHeader Spoil(EnvelopeHeader header) =>
        Lie switch
        {
            Lie.ContentShare => header with { ContentShares = Replace(header.ContentShares, ShareKind.Content) },
            Lie.IdentityShare => header with { IdentityShares = Replace(header.IdentityShares, ShareKind.Identity) },
            Lie.Commitment => Resign(header with { HolderCommitment = new byte[32] }),
            Lie.Ciphertext => Resign(SpoilBody(header)),
            _ => header,
        };

    private EnvelopeHeader SpoilBody(EnvelopeHeader header)
    {
        var (start, length) = BodyOpener.PlaceOf(notice, new SectionId(lots[0], SectionKind.Technical));
        Body[start + length - 1] ^= 1;
        Pieces = [PieceTree.LeafOf(Body)];
        return header with { BodyRoot = PieceTree.RootOf(Pieces) };
    }

    private EnvelopeHeader Resign(EnvelopeHeader header) =>
        header with
        {
            Sheet = Sheet(header).Seal(Secrets.Base, Secrets.Identity),
        };

    private ImmutableArray<byte[]> Replace(ImmutableArray<byte[]> shares, ShareKind kind)
    {
        var holder = notice.Holders[random.Next(4)];
        var point = kind == ShareKind.Content ? holder.ContentPoint : holder.IdentityPoint;
        return shares.SetItem(
            (int)holder.Role - 1,
            Hpke.Seal(
                point,
                TestHolder.Pair(random),
                [.. "share"u8, (byte)kind, (byte)holder.Role, .. Secrets.Base],
                TestHolder.Bytes(random, 32)
            )
        );
    }

    private IdentitySheet Sheet(EnvelopeHeader header)
    {
        var signed = IdentitySheet.ToSign(header.Core, lots, Supersedes);
        if (Lie == Lie.Signature)
        {
            signed = TestHolder.Bytes(random, 32);
        }

        var signers = Lie == Lie.Stranger ? [TestRoots.Stranger] : members;
        return new IdentitySheet([.. signers.Select(member => member.Sign(signed))], lots, Supersedes);
    }
}
