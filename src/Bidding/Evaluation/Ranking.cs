using System.Collections.Immutable;

namespace Approvals.Bidding.Evaluation;

/// <summary>A bid's scores and place. <paramref name="Price"/> in yuan.</summary>
public sealed record RankedBid(string Slot, decimal Technical, decimal Price, decimal PriceScore)
{
    public decimal Total => Technical + PriceScore;
}

/// <summary>The order of the bids of a lot: total, then the lower price, then the technical score (87号令, from memory).</summary>
public static class Ranking
{
    /// <summary>招标投标法实施条例 53: at most three candidates.</summary>
    public const int MostCandidates = 3;

    /// <summary>Two decimals, half up: how scores are written and added.</summary>
    public static decimal Round(decimal score) => Math.Round(score, 2, MidpointRounding.AwayFromZero);

    /// <summary>Null when the formula gives no score for one of them.</summary>
    public static ImmutableArray<RankedBid>? Of(
        PriceFormula formula,
        decimal weight,
        IReadOnlyCollection<(string Slot, decimal Technical, decimal Price)> bids
    )
    {
        var ranked = new List<RankedBid>();
        foreach (var (slot, technical, price) in bids)
        {
            if (formula.Score(price, bids.Select(bid => bid.Price), weight) is not { } score)
            {
                return null;
            }

            ranked.Add(new RankedBid(slot, Round(technical), price, Round(score)));
        }

        return
        [
            .. ranked
                .OrderByDescending(bid => bid.Total)
                .ThenBy(bid => bid.Price)
                .ThenByDescending(bid => bid.Technical)
                .ThenBy(bid => bid.Slot, StringComparer.Ordinal),
        ];
    }
}
