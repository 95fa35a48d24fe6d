using System.Security.Cryptography;
using Approvals.Bidding.Sealing.Judging;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using BidJudge = Approvals.Bidding.Sealing.Judging.Judge;

namespace Approvals.Bidding.Tests.Simulation;

/// <summary>The way from the deadline to the verdicts, with whoever is missing missing.</summary>
internal static class Opening
{
    public static void Run(this World world)
    {
        world.Close();
        world.CountBids();
        if (world.State.Phase == RecordPhase.Identified)
        {
            world.IdentifyBids();
        }

        if (world.State.Phase == RecordPhase.Releasing)
        {
            world.ReleaseLocks();
            world.PostKeys();
        }
    }

    public static void Close(this World world)
    {
        world.Checkpoint(World.Deadline.AddSeconds(10));
        world.State.Phase.ShouldBe(RecordPhase.Frozen);
        world.Now = World.Deadline.AddMinutes(2);
        var frozen = new SetFrozen(world.Now, world.State.Set!.Root, []);
        var signed = EntryCodec.ToSign(world.Notice.Hash, null, frozen);
        world.Add(
            frozen with
            {
                Signatures =
                [
                    .. world
                        .Holders.Take(3)
                        .Select(holder => new HolderSignature(holder.Role, holder.Signing.Sign(signed))),
                ],
            }
        );
    }

    public static void CountBids(this World world)
    {
        foreach (var holder in world.Holders.Where(holder => !holder.HidesSeed))
        {
            world.Add(new SeedRevealed(world.Now.AddMinutes(1), holder.Role, holder.Seed));
        }

        world.Now = world.State.Until;
        world.Add(new BidsCounted(world.Now, world.State.Bids.Count()));
    }

    public static Identification Identify(this World world)
    {
        var secrets = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var bid in world.State.Bids)
        {
            var bidder = world.Bidders.SingleOrDefault(each => each.Slot == bid.Slot);
            var own = world.State.IdentitySecrets.Contains(bid.Slot) ? bidder?.Secrets.Identity : null;
            var joined = world.Holders.All(holder => !holder.HidesIdentityKey)
                ? world.EvidenceOf(bid).IdentitySecret
                : null;
            if ((joined ?? own) is { } secret)
            {
                secrets[bid.Slot] = secret;
            }
        }

        return Identification.Of(world.Notice, [.. world.State.Bids], world.Headers, secrets);
    }

    public static void IdentifyBids(this World world)
    {
        foreach (var holder in world.Holders.Where(holder => !holder.HidesIdentityKey))
        {
            var entry = new IdentityKeyDelivered(world.Now, holder.Role, SHA256.HashData(holder.Identity.Scalar), []);
            world.Add(world.Signed(entry, holder.Signing, (each, signature) => each with { Signature = signature }));
        }

        if (world.Holders.Any(holder => holder.HidesIdentityKey))
        {
            world.Now = world.State.Until.AddMinutes(1);
            foreach (var bidder in world.Bidders.Where(each => world.State.Bids.Any(bid => bid.Slot == each.Slot)))
            {
                var sent = new IdentitySecretSent(
                    world.Now,
                    bidder.Secrets.Slot.Point,
                    SHA256.HashData(bidder.Secrets.Identity),
                    []
                );
                world.Add(
                    world.Signed(sent, bidder.Secrets.Slot, (each, signature) => each with { Signature = signature })
                );
            }
        }

        var found = world.Identify();
        foreach (var role in new[] { HolderRole.Supervisor, HolderRole.Notary })
        {
            var entry = new LotsIdentified(world.Now, role, found.Bidders, found.NamesHash(world.NamesSalt), []);
            world.Add(
                world.Signed(
                    entry,
                    world.HolderOf(role).Signing,
                    (each, signature) => each with { Signature = signature }
                )
            );
        }
    }

    public static void ReleaseLocks(this World world)
    {
        foreach (var bidder in world.Bidders.Where(each => each.Lie != Lie.NoRelease))
        {
            var lots = bidder.Lots.Where(lot => world.State.PassedLots.Contains(lot)).ToArray();
            if (lots.Length > 0 && world.State.Bids.Any(bid => bid.Slot == bidder.Slot))
            {
                world.Add(ReleaseOf(world, bidder, lots));
            }
        }
    }

    public static SecretsReleased ReleaseOf(this World world, TestBidder bidder, params int[] lots) =>
        world.Signed(
            new SecretsReleased(world.Now, bidder.Secrets.Slot.Point, [.. lots], SHA256.HashData(bidder.Root), []),
            bidder.Secrets.Slot,
            (each, signature) => each with { Signature = signature }
        );

    public static void PostKeys(this World world)
    {
        world.Now = world.State.Until.AddMinutes(16);
        foreach (var holder in world.Holders.Where(holder => !holder.HidesContentKey))
        {
            var rejection = world.Try(world.KeyOf(holder));
            (rejection is null).ShouldBe(!holder.LiesAboutContentKey);
        }

        if (world.State.ContentKeys.Count >= 3)
        {
            world.Add(new TenderOpened(world.Now));
        }
        else
        {
            world.Now = world.State.Until;
            world.Add(new TenderFailed(world.Now));
        }
    }

    public static ContentKeyPosted KeyOf(this World world, TestHolder holder)
    {
        var scalar = holder.LiesAboutContentKey ? TestHolder.Pair(world.Random).Scalar : holder.Content.Scalar;
        return world.Signed(
            new ContentKeyPosted(world.Now, holder.Role, scalar, []),
            holder.Signing,
            (each, signature) => each with { Signature = signature }
        );
    }

    /// <summary>Verdicts by slot.</summary>
    public static Dictionary<string, Verdict> Judge(this World world)
    {
        var found = world.Identify();
        return world.State.Set!.Accepted.ToDictionary(
            bid => bid.Slot,
            bid =>
                BidJudge.Of(
                    world.State,
                    bid,
                    world.EvidenceOf(bid) with
                    {
                        IdentitySecret =
                            world.EvidenceOf(bid).IdentitySecret is { } joined
                            && world.Holders.All(holder => !holder.HidesIdentityKey)
                                ? joined
                            : world.State.IdentitySecrets.Contains(bid.Slot)
                                ? world.Bidders.Single(each => each.Slot == bid.Slot).Secrets.Identity
                            : null,
                    },
                    found.Superseded.Contains(bid.Slot)
                ),
            StringComparer.Ordinal
        );
    }
}
