namespace Approvals.Workflow.Dmn.Checking;

/// <summary>A set of the rules of one table, as bits.</summary>
internal readonly struct RuleSet(ulong[] bits) : IEquatable<RuleSet>
{
    private readonly ulong[] bits = bits;

    public static RuleSet Empty(int rules) => new(new ulong[(rules + 63) / 64]);

    public bool IsEmpty => Array.TrueForAll(bits, word => word == 0);

    public bool Contains(int rule) => (bits[rule / 64] >> (rule % 64) & 1) != 0;

    /// <summary>Only while the set is being built.</summary>
    public void Add(int rule) => bits[rule / 64] |= 1UL << (rule % 64);

    public RuleSet And(RuleSet other)
    {
        var both = new ulong[bits.Length];
        for (var i = 0; i < both.Length; i++)
        {
            both[i] = bits[i] & other.bits[i];
        }

        return new RuleSet(both);
    }

    public bool Equals(RuleSet other) => bits.AsSpan().SequenceEqual(other.bits);

    public override bool Equals(object? obj) => obj is RuleSet other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var word in bits)
        {
            hash.Add(word);
        }

        return hash.ToHashCode();
    }
}
