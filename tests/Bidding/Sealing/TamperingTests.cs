using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Judging;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Tests.Simulation;

namespace Approvals.Bidding.Tests.Sealing;

/// <summary>Invariants 5 and 9: a flipped bit is seen by everybody, and parts of one envelope are nothing in another.</summary>
public sealed class TamperingTests
{
    private readonly World world = new(61);

    public TamperingTests()
    {
        for (var number = 0; number < 3; number++)
        {
            world.Submit(world.AddBidder());
        }

        world.Run();
    }

    /// <summary>5: whoever gets a changed header has none: its id isn't the one in the record.</summary>
    [Fact]
    public void Every_flipped_bit_of_a_header_changes_its_id_or_its_form()
    {
        var bytes = world.Bidders[0].Header.Write();
        var id = Convert.ToHexString(world.Bidders[0].Header.Id);
        for (var at = 0; at < bytes.Length; at++)
        {
            var bit = (byte)(1 << world.Random.Next(8));
            bytes[at] ^= bit;
            if (EnvelopeHeader.Read(world.Notice, bytes) is { } read)
            {
                Convert.ToHexString(read.Id).ShouldNotBe(id, $"byte {at}");
                read.Write().ShouldBe(bytes);
            }

            bytes[at] ^= bit;
        }
    }

    [Fact]
    public void Every_flipped_bit_of_a_body_changes_its_root()
    {
        var bidder = world.Bidders[0];
        for (var at = 0; at < bidder.Body.Length; at++)
        {
            bidder.Body[at] ^= 0x10;
            PieceTree.RootOf([PieceTree.LeafOf(bidder.Body)]).ShouldNotBe(bidder.Header.BodyRoot);
            bidder.Body[at] ^= 0x10;
        }
    }

    /// <summary>5: every flipped byte of every entry is refused, or makes the tree another one.</summary>
    [Fact]
    public void Every_flipped_byte_of_the_record_is_refused_or_leads_to_another_tree()
    {
        var root = PieceTree.RootOf(world.State.Leaves);
        var leaves = world.Entries.Select(EntryCodec.Write).ToList();
        foreach (var bytes in leaves)
        {
            for (var at = 0; at < bytes.Length; at++)
            {
                bytes[at] ^= 1;
                PieceTree.RootOf([.. leaves.Select(leaf => PieceTree.LeafOf(leaf))]).ShouldNotBe(root);
                bytes[at] ^= 1;
            }
        }
    }

    /// <summary>9: every part of one bidder's envelope in another's place.</summary>
    [Fact]
    public void Transplanted_parts_never_verify()
    {
        var (mine, theirs) = (world.Bidders[0], world.Bidders[1]);
        (string Part, EnvelopeHeader Header, VerdictKind Expected)[] cases =
        [
            ("sheet", mine.Header with { Sheet = theirs.Header.Sheet }, VerdictKind.NoIdentity),
            (
                "identity shares",
                mine.Header with
                {
                    IdentityShares = theirs.Header.IdentityShares,
                },
                VerdictKind.NoIdentity
            ),
            ("content shares", mine.Header with { ContentShares = theirs.Header.ContentShares }, VerdictKind.Malformed),
            ("body", mine.Header with { BodyRoot = theirs.Header.BodyRoot }, VerdictKind.NoIdentity),
            (
                "commitment",
                mine.Header with
                {
                    HolderCommitment = theirs.Header.HolderCommitment,
                },
                VerdictKind.NoIdentity
            ),
            ("slot", mine.Header with { SlotPoint = theirs.Header.SlotPoint }, VerdictKind.NoIdentity),
            ("nonce", mine.Header with { Nonce = theirs.Header.Nonce }, VerdictKind.NoIdentity),
            ("sequence", mine.Header with { Sequence = 2 }, VerdictKind.NoIdentity),
        ];
        var bid = world.State.Bids.Single(each => each.Slot == mine.Slot);
        foreach (var (part, header, expected) in cases)
        {
            var evidence = world.EvidenceOf(bid) with { Header = header };
            Judge.Of(world.State, bid, evidence).Kind.ShouldBe(expected, part);
            EntryIsRefused(header, part);
        }

        var (start, length) = BodyOpener.PlaceOf(world.Notice, new SectionId(0, SectionKind.Open));
        BodyOpener
            .Open(
                world.Notice,
                mine.Header,
                new SectionId(0, SectionKind.Open),
                mine.Secrets.Section(new SectionId(0, SectionKind.Open)),
                mine.HolderSecret,
                theirs.Body.AsSpan((int)start, (int)length)
            )
            .ShouldBeNull();
    }

    /// <summary>9: an envelope of one tender is none of another, not even with the same holders.</summary>
    [Fact]
    public void An_envelope_of_another_tender_or_version_is_none_here()
    {
        var bytes = world.Bidders[0].Header.Write();

        EnvelopeHeader.Read(world.Notice, bytes).ShouldNotBeNull();
        EnvelopeHeader.Read(world.Notice with { Version = 2 }, bytes).ShouldBeNull();
        EnvelopeHeader.Read(world.Notice with { Tender = "QYZB-2026-9999" }, bytes).ShouldBeNull();
    }

    private void EntryIsRefused(EnvelopeHeader header, string part)
    {
        var fresh = new World(61);
        var signed = world.Entries.OfType<Submission>().First();
        fresh.Try(signed with { EnvelopeId = header.Id, Sequence = header.Sequence }).ShouldNotBeNull(part);
    }
}
