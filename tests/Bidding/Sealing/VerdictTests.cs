using System.Collections.Immutable;
using Approvals.Bidding.Sealing.Judging;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Tests.Simulation;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Tests.Sealing;

/// <summary>Invariants 6 and 7: every lie has its verdict, whichever keys are taken, and nobody pays for another's.</summary>
public sealed class VerdictTests
{
    public static TheoryData<string, VerdictKind> Lies =>
        new()
        {
            { nameof(Lie.None), VerdictKind.Opened },
            { nameof(Lie.ContentShare), VerdictKind.Malformed },
            { nameof(Lie.Commitment), VerdictKind.Malformed },
            { nameof(Lie.Ciphertext), VerdictKind.Malformed },
            { nameof(Lie.IdentityShare), VerdictKind.NoIdentity },
            { nameof(Lie.Stranger), VerdictKind.NoIdentity },
            { nameof(Lie.Signature), VerdictKind.NoIdentity },
            { nameof(Lie.NoRelease), VerdictKind.Unreleased },
        };

    [Theory]
    [MemberData(nameof(Lies))]
    public void A_lie_has_one_verdict_for_every_choice_of_keys(string lie, VerdictKind expected)
    {
        var world = new World(100 + lie.Length);
        var liar = world.AddBidder(Enum.Parse<Lie>(lie));
        world.Submit(liar);
        for (var number = 0; number < 3; number++)
        {
            world.Submit(world.AddBidder());
        }

        world.Run();

        world.State.Phase.ShouldBe(RecordPhase.Opened);
        world.Judge()[liar.Slot].Kind.ShouldBe(expected);
        foreach (var absent in world.Holders)
        {
            var chosen = world.State.ContentKeys.Remove(absent.Role);
            Again(world, liar, chosen).ShouldBe(expected, $"without {absent.Role}");
        }

        world.Judge().Where(pair => pair.Key != liar.Slot).ShouldAllBe(pair => pair.Value.Kind == VerdictKind.Opened);
    }

    [Fact]
    public void Fewer_than_three_keys_leave_every_bid_closed_and_name_who_kept_theirs()
    {
        var world = new World(31);
        world.HolderOf(HolderRole.Agency).HidesContentKey = true;
        world.HolderOf(HolderRole.Notary).LiesAboutContentKey = true;
        for (var number = 0; number < 3; number++)
        {
            world.Submit(world.AddBidder());
        }

        world.Run();

        world.State.Failure.ShouldBe(RecordFailure.HolderDefault);
        foreach (var verdict in world.Judge().Values)
        {
            verdict.Kind.ShouldBe(VerdictKind.HolderDefault);
            verdict.Blamed.ShouldBe([HolderRole.Agency, HolderRole.Notary]);
        }
    }

    [Fact]
    public void A_bid_whose_bytes_nobody_has_is_the_platforms_loss_and_another_copy_mends_it()
    {
        var world = new World(32);
        for (var number = 0; number < 4; number++)
        {
            world.Submit(world.AddBidder());
        }

        var lost = world.Bidders[0];
        world.Run();
        world.Lose(lost.Header.Id);

        world.Judge()[lost.Slot].Kind.ShouldBe(VerdictKind.PlatformLoss);
    }

    [Fact]
    public void A_new_pseudonym_replaces_the_lost_one_and_one_organisation_counts_once()
    {
        var world = new World(33);
        var organisation = TestRoots.Organisations[0];
        var old = world.AddBidder(Lie.None, default, organisation);
        world.Submit(old);
        var anew = world.AddBidder(Lie.None, default, organisation, TestRoots.Organisations[5]);
        anew.Supersedes = old.Header.Id;
        world.Submit(anew);
        world.Submit(world.AddBidder(Lie.None, default, TestRoots.Organisations[1]));
        world.Submit(world.AddBidder(Lie.None, default, TestRoots.Organisations[2]));

        world.Run();

        world.State.Count.ShouldBe(4);
        world.State.Findings[HolderRole.Notary].Bidders.ShouldBe([3]);
        world.Judge()[old.Slot].Kind.ShouldBe(VerdictKind.Superseded);
        world.Judge()[anew.Slot].Kind.ShouldBe(VerdictKind.Opened);
    }

    /// <summary>条51: two live envelopes of one organisation are one bidder, and both are opened for the committee.</summary>
    [Fact]
    public void Two_live_bids_of_one_organisation_count_once_and_two_bidders_are_too_few()
    {
        var world = new World(34);
        foreach (var organisation in new[] { 0, 0, 1 })
        {
            world.Submit(world.AddBidder(Lie.None, default, TestRoots.Organisations[organisation]));
        }

        world.Run();

        world.State.Count.ShouldBe(3);
        world.State.Failure.ShouldBe(RecordFailure.TooFewBidders);
        world.State.ContentKeys.ShouldBeEmpty();
    }

    [Fact]
    public void A_rival_cannot_end_a_bid_by_naming_it_as_replaced()
    {
        var world = new World(35);
        var victim = world.AddBidder();
        world.Submit(victim);
        var rival = world.AddBidder();
        rival.Supersedes = victim.Header.Id;
        world.Submit(rival);
        world.Submit(world.AddBidder());

        world.Run();

        world.Judge()[victim.Slot].Kind.ShouldBe(VerdictKind.Opened);
    }

    /// <summary>7: in tenders full of liars and absent holders, an honest bidder is never named, nor an honest holder.</summary>
    [Fact]
    public void Whoever_acts_in_time_is_never_blamed()
    {
        for (var seed = 0; seed < 24; seed++)
        {
            var world = new World(1000 + seed, lots: 1 + (seed % 2));
            Mischief(world);
            for (var number = 0; number < 6; number++)
            {
                var lie = world.Random.Next(2) == 0 ? Lie.None : (Lie)world.Random.Next(8);
                world.Submit(world.AddBidder(lie));
            }

            world.Run();
            if (world.State.Phase is not (RecordPhase.Opened or RecordPhase.Failed))
            {
                throw new InvalidOperationException($"seed {seed} stops in {world.State.Phase}");
            }

            var verdicts = world.Judge();
            foreach (var honest in world.Bidders.Where(bidder => bidder.Lie == Lie.None))
            {
                verdicts[honest.Slot]
                    .Kind.ShouldBeOneOf(
                        world.State.Phase == RecordPhase.Opened
                            ? [VerdictKind.Opened]
                            : [VerdictKind.HolderDefault, VerdictKind.NoIdentity]
                    );
            }

            var honestHolders = world
                .Holders.Where(holder => holder is { HidesContentKey: false, LiesAboutContentKey: false })
                .Select(holder => holder.Role);
            if (world.State.Failure == RecordFailure.HolderDefault)
            {
                verdicts
                    .Values.Where(verdict => verdict.Kind == VerdictKind.HolderDefault)
                    .ShouldAllBe(verdict => !verdict.Blamed.Intersect(honestHolders).Any());
            }
        }
    }

    private static void Mischief(World world)
    {
        var random = world.Random;
        world.Holders[random.Next(4)].HidesSeed = random.Next(3) == 0;
        world.Holders[random.Next(4)].HidesIdentityKey = random.Next(3) == 0;
        world.Holders[random.Next(4)].HidesContentKey = random.Next(2) == 0;
        world.Holders[random.Next(4)].LiesAboutContentKey = random.Next(3) == 0;
    }

    private static VerdictKind Again(
        World world,
        TestBidder bidder,
        ImmutableSortedDictionary<HolderRole, SealKey> keys
    )
    {
        var bid = world.State.Bids.Single(each => each.Slot == bidder.Slot);
        return Judge.Of(world.State with { ContentKeys = keys }, bid, world.EvidenceOf(bid)).Kind;
    }
}
