using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Approvals.Workflow.Dmn;
using Approvals.Workflow.Feel;

namespace Approvals.Bidding.Evaluation;

/// <summary>
/// 价格分公式: a DMN model with the decision <c>priceScore</c> over <c>price</c>, <c>prices</c> and <c>weight</c>, frozen when the notice
/// is published. Prices are yuan, exact decimals.
/// </summary>
public sealed class PriceFormula
{
    private readonly Invocable decision;

    private PriceFormula(Invocable decision, byte[] hash)
    {
        this.decision = decision;
        Hash = hash;
    }

    /// <summary>SHA-256 of the file, as it stands in the notice.</summary>
    public byte[] Hash { get; }

    /// <summary>The formula in a DMN file, or null when there is none in it or something of it is broken.</summary>
    public static PriceFormula? Read(byte[] dmn)
    {
        var reading = DmnReader.Read(Encoding.UTF8.GetString(dmn));
        if (reading.Definitions is not { } definitions)
        {
            return null;
        }

        var model = DecisionModel.Compile(definitions);
        return model.Problems.Count == 0 && model.Find("priceScore") is { } decision
            ? new PriceFormula(decision, SHA256.HashData(dmn))
            : null;
    }

    /// <summary>The score of one of the prices, or null when the formula gives none.</summary>
    public decimal? Score(decimal price, IEnumerable<decimal> prices, decimal weight)
    {
        var inputs = FeelContext
            .Empty.With("price", FeelValue.From(price))
            .With("prices", FeelValue.From([.. prices.Select(each => FeelValue.From(each))]))
            .With("weight", FeelValue.From(weight));
        var result = decision.Evaluate(inputs, new FeelEnvironment { Now = DateTimeOffset.UnixEpoch });
        return
            result.Diagnostics.Count == 0
            && decimal.TryParse(
                result.Value.ToString(),
                NumberStyles.Number,
                CultureInfo.InvariantCulture,
                out var score
            )
            ? score
            : null;
    }
}
