using System.Collections.Frozen;
using System.Text.Json;
using Approvals.Kernel.Calendar;

namespace Approvals.Bidding.Rules;

/// <summary>A day with the rule it follows from. Provisional while its year's holidays aren't published.</summary>
public sealed record RuleDate(DateOnly Day, TenderRule Rule, bool IsProvisional);

/// <summary>The rules of tenders, from <c>data/tenders/rules.json</c>.</summary>
public sealed class TenderRules
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly FrozenDictionary<string, TenderRule> rules;

    private TenderRules(IReadOnlyList<TenderRule> all)
    {
        All = all;
        rules = all.ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<TenderRule> All { get; }

    /// <summary>An id that isn't there is an error of the program.</summary>
    public TenderRule this[string id] => rules[id];

    /// <exception cref="JsonException">The file isn't a list of rules.</exception>
    public static TenderRules Read(Stream json) =>
        new(JsonSerializer.Deserialize<List<TenderRule>>(json, Json) ?? throw new JsonException("No rules."));

    /// <summary>
    /// The day a rule gives for its anchor. The anchor itself never counts. What ends after the anchor on a day off ends on the next working
    /// day (民法典 203); a day counted backwards doesn't move, since moving it would take time from those it protects.
    /// </summary>
    public RuleDate DateOf(string id, DateOnly anchor, WorkingCalendar calendar)
    {
        var rule = rules[id];
        var day = rule switch
        {
            { Kind: RuleKind.Before, Unit: RuleUnit.WorkingDays } => calendar.SubtractWorkingDays(anchor, rule.Amount),
            { Kind: RuleKind.Before } => anchor.AddDays(-rule.Amount),
            { Unit: RuleUnit.WorkingDays } => calendar.AddWorkingDays(anchor, rule.Amount),
            { Unit: RuleUnit.Days } => NextWorkingDay(anchor.AddDays(rule.Amount), calendar),
            { Unit: RuleUnit.Years } => NextWorkingDay(anchor.AddYears(rule.Amount), calendar),
            _ => throw new ArgumentException($"The rule {id} is about a number.", nameof(id)),
        };
        return new RuleDate(day, rule, calendar.IsProvisional(day));
    }

    private static DateOnly NextWorkingDay(DateOnly day, WorkingCalendar calendar) =>
        calendar.IsWorkingDay(day) ? day : calendar.AddWorkingDays(day, 1);
}
