using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.State;

/// <summary>
/// The variables of one scope, sorted by name (ordinal): a process has a handful, so an array beats a dictionary, and equal
/// maps have equal order whatever the order of writing was.
/// </summary>
public sealed class VariableMap
{
    private const int LinearLimit = 8;
    private Variable[] items;
    private int count;

    public VariableMap(int capacity = 4) => items = new Variable[capacity];

    public int Count => count;

    public ReadOnlySpan<Variable> Items => items.AsSpan(0, count);

    public bool TryGetValue(string name, out FeelValue value)
    {
        var index = IndexOf(name);
        if (index < 0)
        {
            value = default;
            return false;
        }

        value = items[index].Value;
        return true;
    }

    public bool Contains(string name) => IndexOf(name) >= 0;

    internal void Set(string name, FeelValue value)
    {
        var index = IndexOf(name);
        if (index >= 0)
        {
            items[index] = new(items[index].Name, value);
            return;
        }

        index = PlaceFor(name);
        if (count == items.Length)
        {
            Array.Resize(ref items, Math.Max(4, count * 2));
        }

        Array.Copy(items, index, items, index + 1, count - index);
        items[index] = new(name, value);
        count++;
    }

    private int IndexOf(string name)
    {
        if (count > LinearLimit)
        {
            var place = PlaceFor(name);
            return place < count && items[place].Name == name ? place : -1;
        }

        for (var i = 0; i < count; i++)
        {
            if (items[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private int PlaceFor(string name)
    {
        int low = 0,
            high = count;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (string.CompareOrdinal(items[middle].Name, name) < 0)
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
