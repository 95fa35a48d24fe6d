namespace Approvals.Workflow.Dmn.Explaining;

/// <summary>Walks two explanations side by side.</summary>
internal sealed class ExplanationComparison
{
    private readonly List<ExplanationDifference> differences = [];

    public static IReadOnlyList<ExplanationDifference> Compare(Explanation before, Explanation after)
    {
        var comparison = new ExplanationComparison();
        comparison.Text("value", before.Value, after.Value);
        comparison.Values("inputs", before.Inputs, after.Inputs);
        comparison.Each("decisions", before.Decisions, after.Decisions, each => each.Name, comparison.Decision);
        comparison.Each(
            "diagnostics",
            before.Diagnostics,
            after.Diagnostics,
            each => $"{each.Code} {each.Element} {each.Position}",
            (path, a, b) => comparison.Text(path, a.Message, b.Message)
        );
        return comparison.differences;
    }

    private void Decision(string path, ExplainedDecision before, ExplainedDecision after)
    {
        Text($"{path}.value", before.Value, after.Value);
        Each($"{path}.tables", before.Tables, after.Tables, each => each.Id ?? "", Table);
    }

    private void Table(string path, ExplainedTable before, ExplainedTable after)
    {
        Text($"{path}.hitPolicy", before.HitPolicy, after.HitPolicy);
        Values($"{path}.inputs", before.Inputs, after.Inputs);
        Each(
            $"{path}.rules",
            before.Rules,
            after.Rules,
            each => each.Id ?? $"rule {each.Number}",
            (at, a, b) =>
            {
                Text($"{at}.output", a.Output, b.Output);
                Values($"{at}.annotations", a.Annotations, b.Annotations);
            }
        );
    }

    private void Values(string path, IReadOnlyList<ExplainedValue> before, IReadOnlyList<ExplainedValue> after) =>
        Each(path, before, after, each => each.Name, (at, a, b) => Text(at, a.Value, b.Value));

    // Things are paired by name; the nth of a name with the nth of that name.
    private void Each<T>(
        string path,
        IReadOnlyList<T> before,
        IReadOnlyList<T> after,
        Func<T, string> nameOf,
        Action<string, T, T> compare
    )
        where T : class
    {
        var (left, right) = (Numbered(before, nameOf), Numbered(after, nameOf));
        foreach (var (key, value) in left)
        {
            if (right.TryGetValue(key, out var other))
            {
                compare($"{path}[{key}]", value, other);
            }
            else
            {
                differences.Add(new($"{path}[{key}]", value.ToString(), null));
            }
        }

        foreach (var (key, value) in right)
        {
            if (!left.ContainsKey(key))
            {
                differences.Add(new($"{path}[{key}]", null, value.ToString()));
            }
        }
    }

    private static Dictionary<string, T> Numbered<T>(IReadOnlyList<T> items, Func<T, string> nameOf)
    {
        var numbered = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var name = nameOf(item);
            var key = name;
            for (var i = 2; !numbered.TryAdd(key, item); i++)
            {
                key = $"{name} ({i})";
            }
        }

        return numbered;
    }

    private void Text(string path, string before, string after)
    {
        if (before != after)
        {
            differences.Add(new(path, before, after));
        }
    }
}
