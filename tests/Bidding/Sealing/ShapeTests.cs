using Approvals.Bidding.Sealing;
using Approvals.Bidding.Sealing.Envelopes;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Sealing.Transport;
using Approvals.Bidding.Tests.Simulation;

namespace Approvals.Bidding.Tests.Sealing;

/// <summary>Invariant 4: real, dummy, replacement and withdrawal have one shape, and counts say little.</summary>
public sealed class ShapeTests(ITestOutputHelper output)
{
    private const int Runs = 10_000;

    [Fact]
    public void Records_and_frames_of_every_kind_have_one_size()
    {
        var world = new World(71, dummyRange: 6);
        foreach (var (at, send) in world.DummySends().OrderBy(send => send.At))
        {
            world.Now = at;
            send();
        }

        world.Now = World.Deadline.AddMinutes(-9);
        var bidder = world.AddBidder();
        world.Submit(bidder);
        world.Submit(bidder);
        world.Add(world.Withdrawal(bidder.Secrets.Slot, 3));

        world.Entries.OfType<Submission>().Select(sent => EntryCodec.Write(sent).Length).Distinct().Count().ShouldBe(1);
        world.Stored.Select(each => (each.Header.Write().Length, each.Body.Length)).Distinct().Count().ShouldBe(1);

        var frames = new[]
        {
            new Frame(FrameVerb.Begin, bidder.Secrets.Slot.Point, 1, 0, []),
            new Frame(FrameVerb.Chunk, bidder.Secrets.Slot.Point, 1, 7, new byte[Frame.MostData]),
            new Frame(FrameVerb.Commit, bidder.Secrets.Slot.Point, 1, 0, bidder.Header.Write()),
            new Frame(FrameVerb.Withdraw, bidder.Secrets.Slot.Point, 2, 0, [1]),
            new Frame(FrameVerb.Status, bidder.Secrets.Slot.Point, 2, 0, []),
        };
        foreach (var frame in frames)
        {
            var (bytes, key) = frame.Seal(world.Notice, bidder.Secrets.Slot, TestHolder.Pair(world.Random));
            bytes.Length.ShouldBe(Frame.SealedSize);
            var (read, theirs) = Frame.Open(world.Notice, world.Gateway, bytes).ShouldNotBeNull();
            (read.Verb, read.Sequence, read.Index).ShouldBe((frame.Verb, frame.Sequence, frame.Index));
            read.Data.ShouldBe(frame.Data);
            var answer = Frame.SealAnswer(theirs, "收"u8);
            answer.Length.ShouldBe(Frame.AnswerSize);
            Frame.OpenAnswer(key, answer).ShouldBe("收"u8.ToArray());
            bytes[world.Random.Next(bytes.Length)] ^= 4;
            Frame.Open(world.Notice, world.Gateway, bytes).ShouldBeNull();
        }

        new Frame(FrameVerb.Begin, bidder.Secrets.Slot.Point, 1, 0, [])
            .Seal(world.Notice, TestHolder.Pair(world.Random), TestHolder.Pair(world.Random))
            .Sealed.ShouldSatisfyAllConditions(bytes => Frame.Open(world.Notice, world.Gateway, bytes).ShouldBeNull());
    }

    /// <summary>
    /// The exact distance between the totals for n and n+1 bids: one honest holder 1/K, four honest the largest probability of their
    /// sum. 10,000 simulated tenders each stay within it, give or take what 10,000 draws can show.
    /// </summary>
    [Theory]
    [InlineData(1, 0.03125)]
    [InlineData(4, 0.0216)]
    public void Totals_for_n_and_one_more_differ_by_no_more_than_the_bound(int honest, double bound)
    {
        const int range = 32;
        var world = new World(72, dummyRange: range);
        Distance(SumOfUniform(honest, range)).ShouldBeLessThanOrEqualTo(bound);

        var (few, more) = (new int[honest * range + 8], new int[honest * range + 8]);
        for (var run = 0; run < Runs; run++)
        {
            few[5 + Dummies(world, honest)]++;
            more[6 + Dummies(world, honest)]++;
        }

        // What two samples of one and the same distribution would show, as a yardstick for the noise.
        var (once, again) = (new int[few.Length], new int[few.Length]);
        for (var run = 0; run < Runs; run++)
        {
            once[5 + Dummies(world, honest)]++;
            again[5 + Dummies(world, honest)]++;
        }

        var (seen, noise) = (Distance(few, more), Distance(once, again));
        output.WriteLine(
            $"honest {honest}: distance seen {seen:0.0000}, bound {bound:0.0000}, noise alone {noise:0.0000}"
        );
        seen.ShouldBeLessThan(bound + noise + 0.01);
    }

    /// <summary>
    /// The whole of what the record shows before T — instants, replacements, withdrawals — put into the best single threshold of an observer
    /// who knows the law: bids that follow it give no more away than their number; bids that all come in the last hour do.
    /// </summary>
    [Fact]
    public void Behaviour_outside_the_law_is_what_gives_a_number_away()
    {
        var world = new World(73, dummyRange: 32);
        var pool = Enumerable
            .Range(0, 200)
            .SelectMany(_ => DummyPlan.Of(TestHolder.Bytes(world.Random, 32), world.Notice))
            .ToList();
        var (asLaw, late) = (Advantage(world, pool, lastHour: false), Advantage(world, pool, lastHour: true));

        output.WriteLine($"advantage of the observer: by the law {asLaw:0.000}, all in the last hour {late:0.000}");
        asLaw.ShouldBeLessThan(0.08);
        late.ShouldBeGreaterThan(asLaw);
    }

    /// <summary>How well "so many sendings in the last hour" tells 6 bids from 5: the largest gap between the two distributions.</summary>
    private static double Advantage(World world, List<Dummy> pool, bool lastHour)
    {
        const int draws = 10_000;
        var hour = 1 - (1 / World.SealingTime.TotalHours);
        var (few, more) = (new int[400], new int[400]);
        for (var run = 0; run < draws; run++)
        {
            few[Late(5)]++;
            more[Late(6)]++;
        }

        var (best, gap) = (0.0, 0.0);
        for (var count = 0; count < few.Length; count++)
        {
            gap += (few[count] - more[count]) / (double)draws;
            best = Math.Max(best, Math.Abs(gap));
        }

        return best;

        int Late(int bids)
        {
            var dummies = Enumerable.Range(0, 4).Sum(_ => world.Random.Next(world.Notice.DummyRange));
            return Sendings(dummies) + (lastHour ? bids : Sendings(bids));
        }

        int Sendings(int count) =>
            Enumerable.Range(0, count).Sum(_ => pool[world.Random.Next(pool.Count)].At.Count(at => at >= hour));
    }

    private static int Dummies(World world, int honest) =>
        Enumerable.Range(0, honest).Sum(_ => DummyPlan.CountOf(TestHolder.Bytes(world.Random, 32), world.Notice));

    private static double[] SumOfUniform(int times, int range)
    {
        double[] sum = [1];
        for (var step = 0; step < times; step++)
        {
            var next = new double[sum.Length + range - 1];
            for (var at = 0; at < sum.Length; at++)
            {
                for (var more = 0; more < range; more++)
                {
                    next[at + more] += sum[at] / range;
                }
            }

            sum = next;
        }

        return sum;
    }

    private static double Distance(double[] law)
    {
        var shifted = law.Prepend(0).ToArray();
        return law.Append(0).Zip(shifted, (one, other) => Math.Abs(one - other)).Sum() / 2;
    }

    private static double Distance(int[] one, int[] other) =>
        one.Zip(other, (mine, theirs) => Math.Abs(mine - theirs) / (double)Runs).Sum() / 2;
}
