using System.Diagnostics.CodeAnalysis;

namespace Approvals.Workflow.Execution.State;

/// <summary>Something an instance knows by key.</summary>
public interface IKeyed
{
    long Key { get; }
}

/// <summary>
/// Things by key. Keys are given in rising order, so adding appends, order is age, and finding is a binary search.
/// </summary>
public sealed class KeyTable<T>
    where T : class, IKeyed
{
    private T[] items = [];
    private int count;

    public int Count => count;

    /// <summary>Oldest first.</summary>
    public ReadOnlySpan<T> Items => items.AsSpan(0, count);

    public bool TryFind(long key, [NotNullWhen(true)] out T? item)
    {
        var index = IndexOf(key);
        item = index >= 0 ? items[index] : null;
        return item is not null;
    }

    /// <summary>For keys that an event names: their absence is a broken journal, not a bad command.</summary>
    internal T Get(long key) =>
        TryFind(key, out var item)
            ? item
            : throw new InvalidDataException($"No {typeof(T).Name} has the key {key}: the events don't fit the state.");

    internal void Add(T item)
    {
        if (count > 0 && items[count - 1].Key >= item.Key)
        {
            throw new InvalidDataException($"Key {item.Key} is not new: the events don't fit the state.");
        }

        if (count == items.Length)
        {
            Array.Resize(ref items, Math.Max(4, count * 2));
        }

        items[count++] = item;
    }

    internal void Remove(long key)
    {
        var index = IndexOf(key);
        if (index < 0)
        {
            throw new InvalidDataException($"No {typeof(T).Name} has the key {key}: the events don't fit the state.");
        }

        count--;
        Array.Copy(items, index + 1, items, index, count - index);
        items[count] = null!;
    }

    private int IndexOf(long key)
    {
        int low = 0,
            high = count - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var found = items[middle].Key;
            if (found == key)
            {
                return middle;
            }

            if (found < key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return -1;
    }
}
