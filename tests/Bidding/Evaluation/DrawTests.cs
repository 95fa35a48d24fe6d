using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Approvals.Bidding.Evaluation;
using Approvals.Bidding.Sealing.Record;
using Approvals.Bidding.Tests.Simulation;

namespace Approvals.Bidding.Tests.Evaluation;

public sealed class DrawTests
{
    /// <summary>The whole draw a second time, from the text of the protocol, with nothing of the platform's code but SHA-256 and HMAC.</summary>
    [Fact]
    public void An_independent_computation_gives_the_same_order()
    {
        ImmutableArray<byte[]> pool = [.. Enumerable.Range(0, 6).Select(number => SHA256.HashData([(byte)number]))];
        var (station, supervisor) = (SHA256.HashData("s"u8), SHA256.HashData("v"u8));

        var order = ExpertDraw.Order(pool, [2], "公开值", station, supervisor);

        var (a, b, c) = (Node(Leaf(0), Leaf(1)), Node(Leaf(2), Leaf(3)), Node(Leaf(4), Leaf(5)));
        var root = Node(Node(a, b), c);
        var eligible = Tagged("eligible", [1, 1, 0, 1, 1, 1]);
        var seed = Tagged(
            "draw",
            [.. root, .. eligible, .. station, .. supervisor, .. Encoding.UTF8.GetBytes("公开值")]
        );
        order.ShouldBe(Shuffle([0, 1, 3, 4, 5], seed));

        byte[] Leaf(int number) => pool[number];
        static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
        static byte[] Tagged(string label, byte[] rest) =>
            SHA256.HashData([.. Encoding.ASCII.GetBytes("bid-seal/1 " + label + "\0"), .. rest]);
    }

    [Fact]
    public void Another_seed_value_or_exclusion_gives_another_order()
    {
        ImmutableArray<byte[]> pool = [.. Enumerable.Range(0, 60).Select(number => SHA256.HashData([(byte)number]))];
        var (one, two) = (new byte[32], SHA256.HashData([]));
        var order = ExpertDraw.Order(pool, [], "v", one, two);

        order.Order().ShouldBe(Enumerable.Range(0, 60));
        ExpertDraw.Order(pool, [], "w", one, two).ShouldNotBe(order);
        ExpertDraw.Order(pool, [], "v", two, one).ShouldNotBe(order);
        ExpertDraw.Order(pool, [59], "v", one, two).ShouldNotContain(59);
    }

    [Fact]
    public void A_committee_that_the_seeds_didnt_draw_is_seen_when_they_are_opened()
    {
        var (world, evaluating) = Opened(81);
        evaluating.Draw();
        var drawn = world.State.Evaluation.Committee!;
        var forged = world.State with
        {
            Evaluation = world.State.Evaluation with
            {
                Committee = drawn with { Members = drawn.Members.SetItem(0, drawn.Refused[0]), Refused = [] },
                Rankings = world.State.Evaluation.Rankings.Add(0, new LotRanked(world.Now, 0, 20, [])),
            },
        };
        var (_, honest) = RecordRules.Accept(
            world.State with
            {
                Evaluation = world.State.Evaluation with { Rankings = forged.Evaluation.Rankings },
            },
            evaluating.Seeds
        );
        honest.ShouldBeNull();
        RecordRules.Accept(forged, evaluating.Seeds).Rejection!.Code.ShouldBe("sealing.draw");
    }

    [Fact]
    public void A_score_after_sight_another_sheet_or_a_skipped_version_is_refused()
    {
        var (world, evaluating) = Opened(82);
        evaluating.Draw();
        for (var expert = 0; expert < 4; expert++)
        {
            world.Add(evaluating.Commit(expert, 1, new byte[32]));
        }

        world.Try(evaluating.Open(0, 1)).ShouldNotBeNull("before everybody has committed");
        world.Try(evaluating.Commit(4, 2, new byte[32])).ShouldNotBeNull("a version is missing");
        world.Add(evaluating.Commit(4, 1, new byte[32]));
        world.Add(evaluating.Commit(4, 2, evaluating.Commit(4, 1, new byte[32]).Commitment));
        world.Try(evaluating.Open(4, 1)).ShouldNotBeNull("not the last version");
        world.Try(evaluating.Open(0, 1) with { Expert = 1 }).ShouldNotBeNull("somebody else's sheet");
        world.Add(evaluating.Open(4, 2));
        world
            .Try(evaluating.Commit(0, 2, evaluating.Commit(0, 1, new byte[32]).Commitment))
            .ShouldNotBeNull("after sight");
        world.Try(evaluating.Rank(0)).ShouldNotBeNull("before every sheet is open");
    }

    private static (World, Evaluating) Opened(int seed)
    {
        var world = new World(seed);
        var evaluating = new Evaluating(world);
        evaluating.CommitPool();
        for (var number = 0; number < 3; number++)
        {
            world.Submit(world.AddBidder());
        }

        world.Run();
        return (world, evaluating);
    }

    private static int[] Shuffle(int[] items, byte[] seed)
    {
        byte[] key = new byte[32],
            value = [.. Enumerable.Repeat((byte)1, 32)];
        Update(seed);
        for (var place = 0; place < items.Length - 1; place++)
        {
            var chosen = place + (int)Below((uint)(items.Length - place));
            (items[place], items[chosen]) = (items[chosen], items[place]);
        }

        return items;

        uint Below(uint bound)
        {
            while (true)
            {
                value = HMACSHA256.HashData(key, value);
                var drawn = BinaryPrimitives.ReadUInt32BigEndian(value);
                Update([]);
                if (drawn < (1UL << 32) - ((1UL << 32) % bound))
                {
                    return drawn % bound;
                }
            }
        }

        void Update(byte[] data)
        {
            foreach (var mark in data.Length == 0 ? new byte[] { 0 } : [0, 1])
            {
                byte[] message = [.. value, mark, .. data];
                key = HMACSHA256.HashData(key, message);
                value = HMACSHA256.HashData(key, value);
            }
        }
    }
}
