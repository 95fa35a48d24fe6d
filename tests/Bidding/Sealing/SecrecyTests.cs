using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Judging;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Tests.Simulation;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Tests.Sealing;

/// <summary>Invariants 1, 2, 8, 10, 13, 14: who can read what with which keys. Simulations of attackers, not proofs.</summary>
public sealed class SecrecyTests
{
    private static readonly SectionId First = new(0, SectionKind.Open);

    private readonly World world = new(11);
    private readonly TestBidder bidder;

    public SecrecyTests()
    {
        bidder = world.AddBidder();
        for (var number = 0; number < 3; number++)
        {
            world.Submit(number == 0 ? bidder : world.AddBidder());
        }
    }

    /// <summary>1: database and all eight keys give s_h and s_id; the bidder's own lock stays, whatever known value is tried as its key.</summary>
    [Fact]
    public void All_holders_and_the_database_read_no_content_without_the_bidder()
    {
        var header = bidder.Header;
        var holders = Join(world.Holders, ShareKind.Content).ShouldNotBeNull();
        var identity = Join(world.Holders, ShareKind.Identity).ShouldNotBeNull();
        holders.ShouldBe(bidder.HolderSecret);
        identity.ShouldBe(bidder.Secrets.Identity);
        byte[][] known =
        [
            holders,
            identity,
            new byte[32],
            header.Base,
            header.Id,
            header.BodyRoot,
            header.NoticeHash,
            .. header.SectionCommitments,
            .. world.Holders.SelectMany(holder => new[] { holder.Content.Scalar, holder.Identity.Scalar, holder.Seed }),
        ];
        foreach (var guess in known)
        {
            Open(header, First, guess, holders).ShouldBeNull();
        }

        foreach (var (_, body) in world.Stored)
        {
            foreach (var written in bidder.Content.Values)
            {
                body.AsSpan().IndexOf(written.AsSpan(0, 8)).ShouldBe(-1);
            }
        }
    }

    /// <summary>1: three holders hold three points of a cubic: each guess of the fourth share gives another secret, and none opens the sheet.</summary>
    [Fact]
    public void Three_holders_read_no_name()
    {
        var header = bidder.Header;
        foreach (var absent in world.Holders)
        {
            Join(world.Holders.Where(holder => holder != absent), ShareKind.Identity).ShouldBeNull();
            var three = world
                .Holders.Where(holder => holder != absent)
                .Select(holder => ((byte)holder.Role, ShareOf(holder, ShareKind.Identity)))
                .ToList();
            var secrets = new HashSet<string>(StringComparer.Ordinal);
            for (var guess = 0; guess < 64; guess++)
            {
                var secret = Shamir.Interpolate([.. three, ((byte)absent.Role, TestHolder.Bytes(world.Random, 32))]);
                secrets.Add(Convert.ToHexString(secret)).ShouldBeTrue();
                IdentitySheet.Open(header.Base, secret, header.Sheet, 1).ShouldBeNull();
            }
        }
    }

    /// <summary>2: the bidder's secrets and two holders' keys are not enough.</summary>
    [Fact]
    public void Every_secret_of_the_bidder_and_two_holders_read_no_content()
    {
        foreach (var pair in Pairs())
        {
            Join(pair, ShareKind.Content).ShouldBeNull();
            var two = pair.Select(holder => ((byte)holder.Role, ShareOf(holder, ShareKind.Content))).ToList();
            Open(bidder.Header, First, bidder.Secrets.Section(First), Shamir.Interpolate(two)).ShouldBeNull();
            var third = world.Holders.First(holder => !pair.Contains(holder));
            for (var guess = 0; guess < 32; guess++)
            {
                var secret = Shamir.Interpolate([.. two, ((byte)third.Role, TestHolder.Bytes(world.Random, 32))]);
                Open(bidder.Header, First, bidder.Secrets.Section(First), secret).ShouldBeNull();
            }
        }
    }

    /// <summary>8: with another key the same bytes are nothing, and another s_h isn't the committed one.</summary>
    [Fact]
    public void An_envelope_has_one_reading()
    {
        Open(bidder.Header, First, bidder.Secrets.Section(First), bidder.HolderSecret).ShouldNotBeNull();
        for (var guess = 0; guess < 500; guess++)
        {
            var other = TestHolder.Bytes(world.Random, 32);
            Open(bidder.Header, First, bidder.Secrets.Section(First), other).ShouldBeNull();
            Open(bidder.Header, First, other, bidder.HolderSecret).ShouldBeNull();
            SealedSecret.CommitHolder(bidder.Header.Base, other).ShouldNotBe(bidder.Header.HolderCommitment);
        }
    }

    /// <summary>10: a replacement shares nothing with what it replaces but the slot and the root.</summary>
    [Fact]
    public void Secrets_of_one_attempt_open_nothing_of_another()
    {
        var (old, oldBody, before) = (bidder.Header, bidder.Body, bidder.Secrets);
        var oldHolders = bidder.HolderSecret;
        bidder.Seal();

        bidder.Header.SlotPoint.ShouldBe(old.SlotPoint);
        bidder.Secrets.Base.ShouldNotBe(before.Base);
        foreach (var section in SectionId.All(1))
        {
            bidder.Secrets.Section(section).ShouldNotBe(before.Section(section));
            Open(bidder.Header, section, before.Section(section), oldHolders).ShouldBeNull();
            Open(bidder.Header, section, before.Section(section), bidder.HolderSecret).ShouldBeNull();
            Open(bidder.Header, section, bidder.Secrets.Section(section), oldHolders).ShouldBeNull();
        }

        IdentitySheet.Open(bidder.Header.Base, before.Identity, bidder.Header.Sheet, 1).ShouldBeNull();
        oldBody.AsSpan().CommonPrefixLength(bidder.Body).ShouldBeLessThan(4);
    }

    /// <summary>13: what a holder posts is one scalar: whoever has three opens every envelope of the tender.</summary>
    [Fact]
    public void Three_keys_open_all_bids_and_two_none()
    {
        world.Run();

        world.State.Phase.ShouldBe(RecordPhase.Opened);
        foreach (var each in world.Bidders)
        {
            Judge.HolderSecretOf(world.State, each.Header).ShouldBe(each.HolderSecret);
            Judge
                .HolderSecretOf(
                    world.State with
                    {
                        ContentKeys = world.State.ContentKeys.Remove(HolderRole.Agency).Remove(HolderRole.Notary),
                    },
                    each.Header
                )
                .ShouldBeNull();
        }
    }

    /// <summary>14: r gives the bidder's own lock and name to whoever also has the header, but no content: s_h is in no recovery slot.</summary>
    [Fact]
    public void Recovery_holders_read_no_content()
    {
        var recovery = TestHolder.Pair(world.Random);
        var chance = TestBidder.Chance(world.Random);
        using var body = new MemoryStream();
        var sealer = Sealer.Begin(world.Notice, bidder.Root, 9, bidder.Content, chance, body);
        var made = sealer.Finish(new IdentitySheet([], [0]), [recovery.Point]);

        var root = Hpke.Open(recovery, [.. "recovery"u8, 0, .. made.Header.Base], made.Header.Recovery[0]);
        root.ShouldBe(bidder.Root);
        Hpke.Open(recovery, [.. "recovery"u8, 1, .. made.Header.Base], made.Header.Recovery[1]).ShouldBeNull();

        var again = new AttemptSecrets(root!, world.Notice.Hash, 9, made.Header.Nonce);
        var (start, length) = BodyOpener.PlaceOf(world.Notice, First);
        var ciphertext = body.ToArray().AsSpan((int)start, (int)length);
        foreach (var guess in new[] { root!, again.Identity, again.Base, new byte[32], again.Section(First) })
        {
            BodyOpener.Open(world.Notice, made.Header, First, again.Section(First), guess, ciphertext).ShouldBeNull();
        }
    }

    private byte[]? Join(IEnumerable<TestHolder> holders, ShareKind kind) =>
        HolderShares.Join(
            holders.Select(holder => KeyValuePair.Create(holder.Role, KeyOf(holder, kind))),
            kind,
            bidder.Header.Base,
            kind == ShareKind.Content ? bidder.Header.ContentShares : bidder.Header.IdentityShares
        );

    private byte[] ShareOf(TestHolder holder, ShareKind kind) =>
        HolderShares.Open(
            KeyOf(holder, kind),
            kind,
            holder.Role,
            bidder.Header.Base,
            (kind == ShareKind.Content ? bidder.Header.ContentShares : bidder.Header.IdentityShares)[
                (int)holder.Role - 1
            ]
        )!;

    private static SealKey KeyOf(TestHolder holder, ShareKind kind) =>
        kind == ShareKind.Content ? holder.Content : holder.Identity;

    private IEnumerable<List<TestHolder>> Pairs() =>
        from one in world.Holders
        from other in world.Holders
        where one.Role < other.Role
        select new List<TestHolder> { one, other };

    private byte[]? Open(EnvelopeHeader header, SectionId section, byte[] own, byte[] holders)
    {
        var (start, length) = BodyOpener.PlaceOf(world.Notice, section);
        return BodyOpener.Open(
            world.Notice,
            header,
            section,
            own,
            holders,
            bidder.Body.AsSpan((int)start, (int)length)
        );
    }
}
