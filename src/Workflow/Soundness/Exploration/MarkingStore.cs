namespace Approvals.Workflow.Soundness.Exploration;

/// <summary>Every marking met so far, each once, numbered in the order of meeting; four bits for each place.</summary>
internal sealed class MarkingStore(int words)
{
    private ulong[] markings = new ulong[Math.Max(words, 1) * 64];
    private int[] slots = NewSlots(256);

    public int Count { get; private set; }

    public ReadOnlySpan<ulong> this[int index] => markings.AsSpan(index * words, words);

    /// <summary>The number of the marking; new ones get the next.</summary>
    public int Add(ReadOnlySpan<ulong> marking, out bool isNew)
    {
        var mask = slots.Length - 1;
        var slot = (int)Hash(marking) & mask;
        for (; slots[slot] >= 0; slot = (slot + 1) & mask)
        {
            if (this[slots[slot]].SequenceEqual(marking))
            {
                isNew = false;
                return slots[slot];
            }
        }

        isNew = true;
        if ((Count + 1) * words > markings.Length)
        {
            Array.Resize(ref markings, markings.Length * 2);
        }

        marking.CopyTo(markings.AsSpan(Count * words, words));
        slots[slot] = Count++;
        if (Count * 2 > slots.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    private void Grow()
    {
        slots = NewSlots(slots.Length * 2);
        var mask = slots.Length - 1;
        for (var i = 0; i < Count; i++)
        {
            var slot = (int)Hash(this[i]) & mask;
            while (slots[slot] >= 0)
            {
                slot = (slot + 1) & mask;
            }

            slots[slot] = i;
        }
    }

    private static int[] NewSlots(int count)
    {
        var empty = new int[count];
        Array.Fill(empty, -1);
        return empty;
    }

    private static ulong Hash(ReadOnlySpan<ulong> marking)
    {
        var hash = 0x9E3779B97F4A7C15UL;
        foreach (var word in marking)
        {
            hash = (hash ^ word) * 0xFF51AFD7ED558CCDUL;
            hash ^= hash >> 32;
        }

        return hash & int.MaxValue;
    }
}
