using System.Collections.Frozen;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>Everything that can be said about a file: by the rules, and by the reader itself.</summary>
public static class RuleCatalogue
{
    private static readonly FrozenDictionary<string, RuleDescription> ById = ReaderRules
        .All.Concat(BpmnRules.All.Select(rule => rule.Description))
        .ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>By level, then by id.</summary>
    public static IReadOnlyList<RuleDescription> All { get; } =
    [.. ById.Values.OrderBy(rule => rule.Level).ThenBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The rule of an id; every problem's rule is here.</summary>
    public static RuleDescription Find(string id) => ById[id];
}
