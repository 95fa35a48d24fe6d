using System.Globalization;
using Approvals.Workflow.Execution.State;

namespace Approvals.Server.Operations;

/// <summary>Where an instance stands after a modification, against before.</summary>
/// <param name="Entered">Element instances that began and wait, as element ids.</param>
/// <param name="Ended">Element instances that were there and are gone.</param>
/// <param name="IsOver">The instance has ended with it.</param>
public sealed record ModificationOutcome(
    IReadOnlyList<string> Entered,
    IReadOnlyList<string> Ended,
    IReadOnlyList<string> Stays,
    int Incidents,
    bool IsOver
)
{
    internal static Dictionary<long, string> Standing(ProcessInstanceState state)
    {
        var standing = new Dictionary<long, string>();
        foreach (var instance in state.Elements.Items)
        {
            standing.Add(instance.Key, instance.Element.Id);
        }

        return standing;
    }

    internal static ModificationOutcome Of(Dictionary<long, string> before, ProcessInstanceState state)
    {
        var after = Standing(state);
        return new(
            Without(after, before),
            Without(before, after),
            [.. before.Where(each => after.ContainsKey(each.Key)).Select(each => each.Value)],
            state.Incidents.Count,
            !state.IsActive
        );
    }

    internal OperationAnswer Report(long instance, bool isDryRun)
    {
        var words = new List<string>();
        Say(words, "ended", Ended);
        Say(words, "entered", Entered);
        Say(words, "unchanged", Stays);
        var rest = IsOver ? " The instance ends with it." : "";
        var trouble = Incidents > 0 ? $" It has {Incidents} incidents then." : "";
        var end = isDryRun ? " Nothing has been changed." : "";
        return OperationAnswer.Of(
            $"Instance {instance}: {string.Join("; ", words)}.{rest}{trouble}{end}",
            new
            {
                instance = instance.ToString(CultureInfo.InvariantCulture),
                dryRun = isDryRun,
                entered = Entered,
                ended = Ended,
                stays = Stays,
                incidents = Incidents,
                over = IsOver,
            }
        );
    }

    private static List<string> Without(Dictionary<long, string> all, Dictionary<long, string> known) =>
        [.. all.Where(each => !known.ContainsKey(each.Key)).Select(each => each.Value)];

    private static void Say(List<string> words, string what, IReadOnlyList<string> elements)
    {
        if (elements.Count > 0)
        {
            words.Add($"{what} {string.Join(", ", elements)}");
        }
    }
}
