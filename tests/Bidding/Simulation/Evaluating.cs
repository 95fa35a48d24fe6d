using System.Collections.Immutable;
using Approvals.Bidding.Evaluation;
using Approvals.Bidding.Sealing.Judging;
using Approvals.Bidding.Sealing.Notices;
using Approvals.Bidding.Sealing.Record;

namespace Approvals.Bidding.Tests.Simulation;

/// <summary>Draw, scores and ranking of a simulated tender.</summary>
internal sealed class Evaluating(World world)
{
    private const string PublicValue = "2026-10-12 上证指数收盘 3901.22；深证成指收盘 12990.77";
    private readonly byte[] stationSeed = TestHolder.Bytes(world.Random, 32);
    private readonly byte[] supervisorSeed = TestHolder.Bytes(world.Random, 32);
    private readonly ImmutableArray<byte[]> pool =
    [
        .. Enumerable
            .Range(0, 40)
            .Select(number => ExpertDraw.LeafOf(TestHolder.Bytes(world.Random, 32), $"专家{number}")),
    ];

    /// <summary>Per member the points it gives each slot; by default some of its own.</summary>
    public Func<int, string, decimal> Points { get; set; } = (expert, slot) => 50 + ((expert * 7 + slot[5]) % 40);

    public int PriceWeight { get; set; } = 20;

    public ImmutableArray<int> Members { get; private set; }

    public DrawOpened Seeds => new(world.Now, stationSeed, supervisorSeed);

    public void CommitPool() =>
        world.Add(
            Signed(
                new PoolCommitted(
                    world.Now,
                    pool,
                    ExpertDraw.CommitmentTo(HolderRole.Agency, stationSeed),
                    ExpertDraw.CommitmentTo(HolderRole.Supervisor, supervisorSeed),
                    []
                ),
                (entry, signature) => entry with { Signature = signature }
            )
        );

    public void Run()
    {
        Draw();
        for (var expert = 0; expert < Members.Length; expert++)
        {
            world.Add(Commit(expert, 1, new byte[32]));
        }

        for (var expert = 0; expert < Members.Length; expert++)
        {
            world.Add(Open(expert, 1));
        }

        foreach (var lot in world.State.PassedLots)
        {
            world.Add(Rank(lot));
        }

        world.Add(Seeds);
    }

    /// <summary>回避 two, 拒绝 one, then five members.</summary>
    public void Draw()
    {
        world.Now = world.Now.AddHours(1);
        ImmutableArray<int> excluded = [3, 17];
        world.Add(
            Signed(
                new ExpertsExcluded(world.Now, excluded, []),
                (entry, signature) => entry with { Signature = signature }
            )
        );
        world.Add(
            Signed(
                new PublicValueFixed(world.Now, PublicValue, []),
                (entry, signature) => entry with { Signature = signature }
            )
        );
        var order = ExpertDraw.Order(pool, excluded, PublicValue, stationSeed, supervisorSeed);
        Members = [order[0], .. order[2..6]];
        world.Add(
            Signed(
                new ExpertsDrawn(world.Now, Members, [order[1]], []),
                (entry, signature) => entry with { Signature = signature }
            )
        );
    }

    public ScoreCommitted Commit(int expert, int version, byte[] previous) =>
        new(
            world.Now,
            expert,
            version,
            ScoreSheet.CommitmentTo(
                world.State.NoticeHash,
                expert,
                version,
                previous,
                SaltOf(expert, version),
                SheetOf(expert, version).Write()
            )
        );

    public ScoreOpened Open(int expert, int version) =>
        new(world.Now, expert, version, SaltOf(expert, version), SheetOf(expert, version).Write());

    public LotRanked Rank(int lot)
    {
        var verdicts = world.Judge();
        var bids = world
            .Bidders.Where(bidder =>
                verdicts.GetValueOrDefault(bidder.Slot) is { Kind: VerdictKind.Opened } verdict
                && verdict.Lots.Contains(lot)
            )
            .Select(bidder =>
                (
                    bidder.Slot,
                    Enumerable.Range(0, Members.Length).Average(expert => Points(expert, bidder.Slot)),
                    bidder.Price / 100m
                )
            )
            .ToList();
        var ranked = Ranking.Of(TestFormula.Read(), PriceWeight, bids).ShouldNotBeNull();
        return new LotRanked(
            world.Now,
            lot,
            PriceWeight,
            [
                .. ranked.Select(bid => new RankingLine(
                    bid.Slot,
                    $"{bid.Technical:0.00}",
                    $"{bid.PriceScore:0.00}",
                    $"{bid.Total:0.00}"
                )),
            ]
        );
    }

    private ScoreSheet SheetOf(int expert, int version) =>
        new([
            .. world
                .State.Bids.OrderBy(bid => bid.Slot, StringComparer.Ordinal)
                .Select(bid => (bid.Slot, Points(expert, bid.Slot) + (version - 1))),
        ]);

    private static byte[] SaltOf(int expert, int version) => [.. new byte[30], (byte)expert, (byte)version];

    private T Signed<T>(T entry, Func<T, byte[], T> with)
        where T : RecordEntry => world.Signed(entry, world.HolderOf(HolderRole.Supervisor).Signing, with);
}
