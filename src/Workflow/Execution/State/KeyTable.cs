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
    private int start;
    private int count;

    public int Count => count;

    /// <summary>Oldest first.</summary>
    public ReadOnlySpan<T> Items => items.AsSpan(start, count);

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
        if (count > 0 && items[start + count - 1].Key >= item.Key)
        {
            throw new InvalidDataException($"Key {item.Key} is not new: the events don't fit the state.");
        }

        if (start + count == items.Length)
        {
            MakeRoom();
        }

        items[start + count++] = item;
    }

    internal void Remove(long key)
    {
        var index = IndexOf(key);
        if (index < 0)
        {
            throw new InvalidDataException($"No {typeof(T).Name} has the key {key}: the events don't fit the state.");
        }

        count--;
        // The shorter side moves: what is oldest or newest goes at no cost, however many there are.
        if (index - start < count / 2)
        {
            Array.Copy(items, start, items, start + 1, index - start);
            items[start++] = null!;
        }
        else
        {
            Array.Copy(items, index + 1, items, index, start + count - index);
            items[start + count] = null!;
        }

        start = count == 0 ? 0 : start;
    }

    /// <summary>The items after the one with the key, oldest first.</summary>
    internal ReadOnlySpan<T> After(long key)
    {
        var from = Place(key + 1);
        return items.AsSpan(from, start + count - from);
    }

    private void MakeRoom()
    {
        var target = start > items.Length / 2 ? items : new T[Math.Max(4, count * 2)];
        Array.Copy(items, start, target, 0, count);
        if (ReferenceEquals(target, items))
        {
            Array.Clear(items, count, start);
        }

        (items, start) = (target, 0);
    }

    private int IndexOf(long key) =>
        Place(key) is var place && place < start + count && items[place].Key == key ? place : -1;

    /// <summary>Where the first item stands whose key is not less.</summary>
    private int Place(long key)
    {
        int low = start,
            high = start + count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (items[middle].Key < key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
