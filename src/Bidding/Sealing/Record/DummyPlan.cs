using System.Buffers.Binary;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Credentials.Draws;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Record;

/// <summary>One dummy of a holder.</summary>
/// <param name="Root">Its <c>r</c>.</param>
/// <param name="At">When it sends: the first is its bid, each further one a replacement. Fractions of the time of sealing.</param>
/// <param name="IsWithdrawn">Its last step is a withdrawal.</param>
public sealed record Dummy(byte[] Root, double[] At, bool IsWithdrawn);

/// <summary>
/// Everything a holder's dummies do, from the committed <c>d_h</c> alone: how many (uniform in 0…K−1), which slots, when they come, are replaced
/// and withdrawn. The law is part of the notice's version of the protocol.
/// </summary>
public static class DummyPlan
{
    /// <summary>Of 100 bids so many are replaced once more, each time anew, and so many are withdrawn at last.</summary>
    public const int ReplacedOf100 = 20;

    public const int WithdrawnOf100 = 5;

    private const int MostReplacements = 8;
    private const int Halvings = 15;

    public static byte[] CommitmentTo(byte[] seed) => SealHash.Hash("dummy", seed);

    /// <summary>How many dummies the seed gives.</summary>
    public static int CountOf(byte[] seed, Notice notice) =>
        FairOrder.Below(SourceOf(seed, notice.Hash), notice.DummyRange);

    public static IReadOnlyList<Dummy> Of(byte[] seed, Notice notice)
    {
        var noticeHash = notice.Hash;
        var source = SourceOf(seed, noticeHash);
        var dummies = new Dummy[FairOrder.Below(source, notice.DummyRange)];
        for (var number = 0; number < dummies.Length; number++)
        {
            var sends = 1;
            while (sends <= MostReplacements && FairOrder.Below(source, 100) < ReplacedOf100)
            {
                sends++;
            }

            var withdrawn = FairOrder.Below(source, 100) < WithdrawnOf100;
            var at = new double[sends + (withdrawn ? 1 : 0)];
            for (var step = 0; step < at.Length; step++)
            {
                at[step] = Instant(source);
            }

            Array.Sort(at);
            dummies[number] = new Dummy(RootOf(seed, noticeHash, number), at, withdrawn);
        }

        return dummies;
    }

    /// <summary>The slots that the seed's dummies use.</summary>
    public static IEnumerable<string> SlotsOf(byte[] seed, Notice notice)
    {
        var noticeHash = notice.Hash;
        return Of(seed, notice)
            .Select(dummy => Convert.ToHexStringLower(AttemptSecrets.SlotOf(dummy.Root, noticeHash).Point));
    }

    /// <summary>The chance of one sending: as derived as all the rest of a dummy.</summary>
    public static SealingChance ChanceOf(Dummy dummy, byte[] noticeHash, int sequence)
    {
        byte[] Of(string label, int length = SealHash.Size) =>
            SealHash.Derive(dummy.Root, noticeHash, "dummy-" + label, [(byte)sequence], length);

        return new SealingChance(
            Of("nonce", AttemptSecrets.NonceSize),
            Of("holders"),
            [Of("recovery-0"), Of("recovery-1")],
            [Of("filler-0"), Of("filler-1")]
        );
    }

    private static HmacDrbg SourceOf(byte[] seed, byte[] noticeHash) => new([.. "dummies"u8, .. seed, .. noticeHash]);

    private static byte[] RootOf(byte[] seed, byte[] noticeHash, int number)
    {
        var index = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(index, number);
        return SealHash.Derive(seed, noticeHash, "dummy-root", index);
    }

    /// <summary>
    /// When: bidders come late, some by days, some by minutes. Each halving of the time left is as likely as the next, down to the last 1/32768 of
    /// it: a crowd of any lateness finds dummies about it.
    /// </summary>
    private static double Instant(HmacDrbg source)
    {
        const int steps = 1 << 20;
        var before = 1.0 / (1 << FairOrder.Below(source, Halvings));
        return 1 - (before * (1 - (FairOrder.Below(source, steps) / (2.0 * steps))));
    }
}
