using System.Security.Cryptography;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Tests.Simulation;

namespace Approvals.Bidding.Tests.Sealing;

/// <summary>Invariants 3, 11 and 12: the set is the fold of the leaves, and nothing happens out of order, early or late.</summary>
public sealed class OrderTests
{
    /// <summary>11: against a model that knows only "last one in time that wasn't withdrawn", over random submissions.</summary>
    [Fact]
    public void The_set_is_the_fold_of_the_submissions()
    {
        var random = new Random(5);
        for (var run = 0; run < 300; run++)
        {
            var sent = new List<Submission>();
            for (var step = 0; step < 20; step++)
            {
                var slot = new byte[] { (byte)random.Next(5) };
                var at = World.Deadline.AddMinutes(random.Next(-50, 3));
                var kind = random.Next(6) == 0 ? SubmissionKind.Withdraw : SubmissionKind.Commit;
                sent.Add(new(at, kind, slot, random.Next(1, 6), [(byte)step], [], at.AddSeconds(random.Next(3)), []));
            }

            var set = BidSet.Of(sent, World.Deadline);

            var inTime = sent.Where(each => each.At < World.Deadline && each.StampedAt < World.Deadline).ToList();
            var expected = inTime
                .GroupBy(each => each.SlotPoint[0])
                .Where(slot => slot.All(each => each.Kind == SubmissionKind.Commit))
                .Select(slot => slot.OrderByDescending(each => each.Sequence).First().EnvelopeId[0]);
            set.Accepted.Select(bid => bid.EnvelopeId[0]).Order().ShouldBe(expected.Order());
            set.All.Length.ShouldBe(sent.Count);
            set.All.Count(each => each.Standing == Standing.Late).ShouldBe(sent.Count - inTime.Count);
        }
    }

    [Fact]
    public void A_submission_with_a_wrong_signature_stamp_or_sequence_is_refused()
    {
        var world = new World(41);
        var bidder = world.AddBidder();
        world.Submit(bidder);
        bidder.Seal();
        var good = world.Commit(bidder.Secrets.Slot, bidder.Header);

        Refused(world, good with { EnvelopeId = SHA256.HashData(good.EnvelopeId) });
        Refused(world, good with { SlotSignature = good.Stamp });
        Refused(world, good with { StampedAt = good.StampedAt.AddMinutes(-1) });
        Refused(world, good with { Kind = SubmissionKind.Withdraw });
        Refused(world, world.Commit(bidder.Secrets.Slot, bidder.Header with { Sequence = 1 }));
        world.Add(world.Withdrawal(bidder.Secrets.Slot, 2));
        Refused(world, good with { Sequence = 3 });
        Refused(world, world.Commit(bidder.Secrets.Slot, bidder.Header with { Sequence = 9 }));
    }

    /// <summary>3: two bids are not opened: no key, no secret, no name moves any more.</summary>
    [Fact]
    public void Fewer_than_three_bids_end_the_record_before_anything_moves()
    {
        var world = new World(42);
        world.Submit(world.AddBidder());
        world.Submit(world.AddBidder());
        world.Close();
        world.CountBids();

        world.State.Failure.ShouldBe(RecordFailure.TooFewBids);
        foreach (var entry in EveryStep(world))
        {
            Refused(world, entry);
        }
    }

    /// <summary>3: a lot that two bid for stays sealed, though the other one opens.</summary>
    [Fact]
    public void Secrets_of_a_lot_with_two_bidders_are_refused()
    {
        var world = new World(43, lots: 2);
        world.Submit(world.AddBidder(Lie.None, [0, 1]));
        world.Submit(world.AddBidder(Lie.None, [0, 1]));
        world.Submit(world.AddBidder(Lie.None, [0]));
        world.Close();
        world.CountBids();
        world.IdentifyBids();

        world.State.PassedLots.ShouldBe([0]);
        Refused(world, world.ReleaseOf(world.Bidders[0], 1));
        Refused(world, world.ReleaseOf(world.Bidders[0], 0, 1));
        world.ReleaseLocks();
        world.PostKeys();
        world.Judge()[world.Bidders[0].Slot].Lots.ShouldBe([0]);
    }

    /// <summary>12: in every phase, every step of another phase is refused, and the phase's own steps are refused behind its window.</summary>
    [Fact]
    public void No_step_is_taken_out_of_order_or_after_its_window()
    {
        var world = new World(44);
        for (var number = 0; number < 3; number++)
        {
            world.Submit(world.AddBidder());
        }

        var allowed = new Dictionary<RecordPhase, Type[]>
        {
            [RecordPhase.Sealing] = [],
            [RecordPhase.Frozen] = [typeof(SetFrozen), typeof(WindowExtended)],
            [RecordPhase.Counted] = [typeof(SeedRevealed), typeof(WindowExtended)],
            [RecordPhase.Identified] = [typeof(IdentityKeyDelivered), typeof(WindowExtended)],
            [RecordPhase.Releasing] = [typeof(SecretsReleased), typeof(WindowExtended)],
            [RecordPhase.Unlocking] = [typeof(ContentKeyPosted), typeof(WindowExtended)],
            [RecordPhase.Opened] = [],
        };
        CheckPhase();
        world.Checkpoint(World.Deadline.AddSeconds(5));
        CheckPhase();
        Freeze();
        CheckPhase();
        world.CountBids();
        CheckPhase();
        world.IdentifyBids();
        CheckPhase();
        world.ReleaseLocks();
        world.Now = world.State.Until;
        world.Add(world.KeyOf(world.Holders[0]));
        CheckPhase();
        world.Add(world.KeyOf(world.Holders[1]));
        world.Add(world.KeyOf(world.Holders[2]));
        world.Add(new TenderOpened(world.Now));
        CheckPhase();

        void CheckPhase()
        {
            var phase = world.State.Phase;
            foreach (var entry in EveryStep(world))
            {
                var (_, rejection) = RecordRules.Accept(world.State, entry);
                if (rejection is null)
                {
                    allowed[phase].ShouldContain(entry.GetType(), $"in {phase}");
                }
            }

            var over = world.Now;
            world.Now = world.State.Until.AddHours(3);
            foreach (var entry in EveryStep(world).Where(entry => entry is not (BidsCounted or TenderFailed)))
            {
                RecordRules
                    .Accept(world.State, entry)
                    .Rejection.ShouldNotBeNull($"{entry.GetType().Name} long after {phase}");
            }

            world.Now = over;
        }

        void Freeze()
        {
            world.Now = World.Deadline.AddMinutes(1);
            world.Add(EveryStep(world).OfType<SetFrozen>().Single());
        }
    }

    [Fact]
    public void Only_the_supervisor_lengthens_a_window_and_only_before_it_ends()
    {
        var world = new World(45);
        Refused(world, Extension(world, HolderRole.Supervisor));
        world.Checkpoint(World.Deadline.AddSeconds(5));
        Refused(world, Extension(world, HolderRole.Agency));
        var until = world.State.Until;
        world.Add(Extension(world, HolderRole.Supervisor));
        world.State.Until.ShouldBe(until.AddMinutes(30));
        world.Now = world.State.Until;
        Refused(world, Extension(world, HolderRole.Supervisor));
    }

    /// <summary>One lying clock closes nothing early: the middle of the cosignature times counts.</summary>
    [Fact]
    public void A_checkpoint_before_the_deadline_closes_nothing()
    {
        var world = new World(46);
        world.Submit(world.AddBidder());
        world.Checkpoint(World.Deadline.AddSeconds(-1), HolderRole.Agency);
        world.State.Phase.ShouldBe(RecordPhase.Sealing);
        world.Checkpoint(World.Deadline);
        world.State.Phase.ShouldBe(RecordPhase.Frozen);
    }

    private static WindowExtended Extension(World world, HolderRole by) =>
        world.Signed(
            new WindowExtended(world.Now, 30, []),
            world.HolderOf(by).Signing,
            (each, signature) => each with { Signature = signature }
        );

    /// <summary>Well-formed and well-signed entries of every kind, at the world's present instant.</summary>
    private static IEnumerable<RecordEntry> EveryStep(World world)
    {
        var bidder = world.Bidders[0];
        var supervisor = world.HolderOf(HolderRole.Supervisor);
        var root = world.State.Set?.Root ?? new byte[32];
        var frozen = new SetFrozen(world.Now, root, []);
        var data = EntryCodec.ToSign(world.Notice.Hash, null, frozen);
        yield return frozen with
        {
            Signatures =
            [
                .. world.Holders.Select(holder => new HolderSignature(holder.Role, holder.Signing.Sign(data))),
            ],
        };
        yield return new SeedRevealed(world.Now, HolderRole.Supervisor, supervisor.Seed);
        yield return new BidsCounted(world.Now, world.State.Bids.Count());
        yield return world.Signed(
            new IdentityKeyDelivered(world.Now, HolderRole.Supervisor, new byte[32], []),
            supervisor.Signing,
            (each, signature) => each with { Signature = signature }
        );
        yield return world.Signed(
            new IdentitySecretSent(world.Now, bidder.Secrets.Slot.Point, new byte[32], []),
            bidder.Secrets.Slot,
            (each, signature) => each with { Signature = signature }
        );
        yield return world.Signed(
            new LotsIdentified(world.Now, HolderRole.Supervisor, [3], new byte[32], []),
            supervisor.Signing,
            (each, signature) => each with { Signature = signature }
        );
        yield return world.ReleaseOf(bidder, 0);
        yield return world.KeyOf(world.HolderOf(HolderRole.Agency));
        yield return Extension(world, HolderRole.Supervisor);
        yield return new TenderOpened(world.Now);
        yield return new TenderFailed(world.Now);
    }

    private static void Refused(World world, RecordEntry entry)
    {
        var before = world.State;
        world.Try(entry).ShouldNotBeNull(entry.GetType().Name);
        world.State.ShouldBeSameAs(before);
    }
}
