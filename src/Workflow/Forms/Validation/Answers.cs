using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Forms.Validation;

/// <summary>
/// The answers so far, by key, over the variables that were known before: what conditions and computed values read.
/// Keys with dots are read as nested contexts.
/// </summary>
internal sealed class Answers(FeelContext variables) : IFeelScope
{
    private readonly Dictionary<string, FeelValue> values = new(StringComparer.Ordinal);

    /// <summary>Keys with dots, under the name before the first.</summary>
    private readonly Dictionary<string, List<string>> nested = new(StringComparer.Ordinal);

    public void Set(string key, FeelValue value)
    {
        if (values.TryAdd(key, value) && key.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot)
        {
            if (!nested.TryGetValue(key[..dot], out var keys))
            {
                nested[key[..dot]] = keys = [];
            }

            keys.Add(key);
        }

        values[key] = value;
    }

    public bool TryGetValue(string name, out FeelValue value)
    {
        if (values.TryGetValue(name, out value))
        {
            return true;
        }

        return nested.TryGetValue(name, out var keys)
            ? Document(keys).TryGetValue(name, out value)
            : variables.TryGetValue(name, out value);
    }

    /// <summary>The answers of the given keys, in their order.</summary>
    public FeelContext Document(IEnumerable<string> keys) => Context(keys, 0);

    /// <summary>Keys that share their next name become one inner context; the reader made sure that no key is both.</summary>
    private FeelContext Context(IEnumerable<string> keys, int from)
    {
        var context = new FeelContext.Builder();
        foreach (var group in keys.GroupBy(k => NameAt(k, from), StringComparer.Ordinal))
        {
            var end = from + group.Key.Length;
            var first = group.First();
            context.Set(
                group.Key,
                first.Length == end ? values.GetValueOrDefault(first) : FeelValue.From(Context(group, end + 1))
            );
        }

        return context.Build();
    }

    private static string NameAt(string key, int from)
    {
        var dot = key.IndexOf('.', from);
        return dot < 0 ? key[from..] : key[from..dot];
    }
}
