namespace Approvals.Workflow.Soundness.Nets;

/// <summary>A set of elements by index; immutable.</summary>
internal sealed class ElementSet
{
    private readonly ulong[] bits;

    private ElementSet(ulong[] bits) => this.bits = bits;

    public static ElementSet Empty { get; } = new([]);

    public static ElementSet Of(params ReadOnlySpan<int> elements)
    {
        ulong[] words = [];
        foreach (var element in elements)
        {
            if (element >> 6 >= words.Length)
            {
                Array.Resize(ref words, (element >> 6) + 1);
            }

            words[element >> 6] |= 1UL << (element & 63);
        }

        return words.Length == 0 ? Empty : new(words);
    }

    public bool Contains(int element) =>
        element >> 6 < bits.Length && (bits[element >> 6] & (1UL << (element & 63))) != 0;

    public ElementSet Union(ElementSet other)
    {
        if (bits.Length < other.bits.Length)
        {
            return other.Union(this);
        }

        var union = (ulong[])bits.Clone();
        for (var i = 0; i < other.bits.Length; i++)
        {
            union[i] |= other.bits[i];
        }

        return new(union);
    }
}
