using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Approvals.Workflow.Feel;

/// <summary>
/// A FEEL context: an immutable map from names to values that remembers the order of its entries. Two contexts are equal
/// when they hold equal values under the same names, whatever the order.
/// </summary>
public sealed class FeelContext : IEnumerable<KeyValuePair<string, FeelValue>>, IEquatable<FeelContext>
{
    // Contexts are mostly a handful of fields, where a scan beats hashing; larger ones get an index.
    private const int ScanLimit = 8;
    private readonly KeyValuePair<string, FeelValue>[] entries;
    private readonly Dictionary<string, int>? index;

    private FeelContext(KeyValuePair<string, FeelValue>[] entries)
    {
        this.entries = entries;
        if (entries.Length <= ScanLimit)
        {
            return;
        }

        index = new Dictionary<string, int>(entries.Length, StringComparer.Ordinal);
        for (var i = 0; i < entries.Length; i++)
        {
            index.Add(entries[i].Key, i);
        }
    }

    public static FeelContext Empty { get; } = new([]);

    public int Count => entries.Length;

    public KeyValuePair<string, FeelValue> this[int position] => entries[position];

    public bool TryGetValue(string name, out FeelValue value)
    {
        var at = IndexOf(name);
        value = at < 0 ? default : entries[at].Value;
        return at >= 0;
    }

    /// <summary>A context with the entry added at the end, or replaced where it is.</summary>
    public FeelContext With(string name, FeelValue value)
    {
        var at = IndexOf(name);
        var copy = new KeyValuePair<string, FeelValue>[at < 0 ? entries.Length + 1 : entries.Length];
        entries.CopyTo(copy, 0);
        copy[at < 0 ? entries.Length : at] = new(name, value);
        return new FeelContext(copy);
    }

    public IEnumerator<KeyValuePair<string, FeelValue>> GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, FeelValue>>)entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => entries.GetEnumerator();

    public bool Equals([NotNullWhen(true)] FeelContext? other)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (other is null || other.Count != Count)
        {
            return false;
        }

        foreach (var (name, value) in entries)
        {
            if (!other.TryGetValue(name, out var theirs) || !value.Equals(theirs))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as FeelContext);

    public override int GetHashCode()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var hash = entries.Length;
        foreach (var (name, value) in entries)
        {
            // Order does not matter, so the entries' hashes are summed.
            hash += HashCode.Combine(name, value);
        }

        return hash;
    }

    private int IndexOf(string name)
    {
        if (index is not null)
        {
            return index.TryGetValue(name, out var found) ? found : -1;
        }

        for (var i = 0; i < entries.Length; i++)
        {
            if (string.Equals(entries[i].Key, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Collects entries in order; a name set twice keeps its first place and its last value.</summary>
    public sealed class Builder
    {
        private readonly List<KeyValuePair<string, FeelValue>> entries = [];
        private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);

        public int Count => entries.Count;

        public bool Contains(string name) => index.ContainsKey(name);

        public Builder Set(string name, FeelValue value)
        {
            if (index.TryGetValue(name, out var at))
            {
                entries[at] = new(name, value);
            }
            else
            {
                index.Add(name, entries.Count);
                entries.Add(new(name, value));
            }

            return this;
        }

        public FeelContext Build() => entries.Count == 0 ? Empty : new FeelContext([.. entries]);
    }
}
