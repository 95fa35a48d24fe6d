using System.Text.Json.Serialization;

namespace Approvals.Bidding.Rules;

/// <summary>What a rule limits: a date after its anchor, before it, or a number.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RuleKind>))]
public enum RuleKind
{
    /// <summary>At the latest so long after the anchor.</summary>
    Within,

    /// <summary>At the earliest so long after the anchor.</summary>
    AtLeast,

    /// <summary>At the latest so long before the anchor.</summary>
    Before,

    /// <summary>A number that may not be exceeded, or not be missed.</summary>
    Most,
    Least,
}

[JsonConverter(typeof(JsonStringEnumConverter<RuleUnit>))]
public enum RuleUnit
{
    Days,
    WorkingDays,
    Years,
    Percent,
    Count,
}

/// <summary>One rule of a tender as a row of data.</summary>
/// <param name="Id">Stable, lower case.</param>
/// <param name="Text">The rule in a sentence, zh-Hans.</param>
/// <param name="Article">法条.</param>
/// <param name="Source"><c>verified</c> against the statute's text, or from <c>memory</c>.</param>
/// <param name="Scope"><c>bidding</c> or <c>purchasing</c>.</param>
public sealed record TenderRule(
    string Id,
    string Text,
    string Article,
    string Source,
    string Scope,
    RuleKind Kind,
    int Amount,
    RuleUnit Unit
)
{
    public bool IsDate => Kind is RuleKind.Within or RuleKind.AtLeast or RuleKind.Before;
}
