using Approvals.Bidding.Evaluation;
using Approvals.Bidding.Tests.Simulation;

namespace Approvals.Bidding.Tests.Evaluation;

public sealed class RankingTests
{
    /// <summary>Zhuhai, CLPSP16ZH04ZC25: price weight 20, two decimals half up.</summary>
    [Fact]
    public void The_case_of_Zhuhai_comes_out_to_the_cent()
    {
        var ranked = Ranking
            .Of(
                TestFormula.Read(),
                20,
                [
                    ("c", 49.50m, 2_311_110.40m),
                    ("a", 75.00m, 2_288_231.72m),
                    ("d", 49.00m, 2_299_360.00m),
                    ("b", 56.00m, 2_296_472.00m),
                ]
            )
            .ShouldNotBeNull();

        ranked.Select(bid => bid.Slot).ShouldBe(["a", "b", "c", "d"]);
        ranked.Select(bid => bid.PriceScore).ShouldBe([20.00m, 19.93m, 19.80m, 19.90m]);
        ranked.Select(bid => bid.Total).ShouldBe([95.00m, 75.93m, 69.30m, 68.90m]);
    }

    [Fact]
    public void Equal_totals_are_ordered_by_price_then_by_technique()
    {
        var ranked = Ranking
            .Of(TestFormula.Read(), 0, [("a", 80m, 300m), ("b", 80m, 200m), ("c", 70m, 100m)])
            .ShouldNotBeNull();

        ranked.Select(bid => bid.Slot).ShouldBe(["b", "a", "c"]);
    }

    [Fact]
    public void A_formula_that_gives_nothing_ranks_nobody()
    {
        Ranking.Of(TestFormula.Read(), 20, [("a", 1m, 0m), ("b", 1m, 1m)]).ShouldBeNull();
        PriceFormula.Read("<no/>"u8.ToArray()).ShouldBeNull();
    }
}
