using System.Text.RegularExpressions;
using Approvals.Kernel;

namespace Approvals.Cases.Catalogue.PublishRules;

/// <summary>
/// 兜底条款: a list of materials or conditions that ends in "and whatever else is asked for" makes the whole list worthless.
/// Refused with the clause: <c>item.catch-all-material</c>, <c>item.catch-all-condition</c>, argument <c>clause</c>.
/// </summary>
public sealed partial class CatchAllClause : IPublishRule
{
    public IEnumerable<Rejection> Check(Item item)
    {
        foreach (var material in item.Materials)
        {
            foreach (var text in new[] { material.Name, material.When })
            {
                if (ClauseIn(text) is { } clause)
                {
                    yield return Rejection.Of(
                        "item.catch-all-material",
                        ("material", material.Name),
                        ("clause", clause)
                    );
                }
            }
        }

        foreach (var condition in item.Conditions)
        {
            if (ClauseIn(condition) is { } clause)
            {
                yield return Rejection.Of("item.catch-all-condition", ("condition", condition), ("clause", clause));
            }
        }
    }

    /// <summary>The open-ended words in the text, or null.</summary>
    public static string? ClauseIn(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var match = OpenEnded().Match(text);
        return match.Success ? match.Value : null;
    }

    // In turn: 其他(需要的/有关/规定的…)材料 · …规定(要求)的其他… · (认为)需要/必要(提供)的… · 视情况提供 · 等(相关)材料 at the end ·
    // 包括但不限于 · 其他 alone.
    [GeneratedRegex(
        "(?:其他|其它|其余)(?:[^，。；、（）]{0,20})(?:材料|资料|文件|证明|证件|条件|要求|情形|手续)"
            + "|(?:规定|要求|指定)的?(?:其他|其它)[^，。；]{0,20}"
            + "|(?:认为|认定)(?:需要|必要|应当|须)[^，。；]{0,20}"
            + "|(?:根据|视)(?:实际|具体|个案)?(?:情况|需要)(?:另行|再)?(?:提供|提交|补充|要求)[^，。；]{0,12}"
            + "|等(?:相关|有关|必要|所需)?(?:的)?(?:材料|资料|文件|证明材料|条件)$"
            + "|包括但不限于[^，。；]{0,20}"
            + "|^(?:其他|其它)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex OpenEnded();
}
