using System.Buffers.Binary;

namespace Approvals.Credentials.Draws;

/// <summary>Numbers and orders without bias from a <see cref="HmacDrbg"/>: rejection sampling, Fisher–Yates.</summary>
public static class FairOrder
{
    /// <summary>A number of 0…<paramref name="bound"/>−1, each equally likely: four bytes at a time, the uneven rest thrown away.</summary>
    public static int Below(HmacDrbg source, int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        const ulong range = 1UL << 32;
        var limit = range - (range % (ulong)bound);
        while (true)
        {
            var drawn = BinaryPrimitives.ReadUInt32BigEndian(source.Generate(sizeof(uint)));
            if (drawn < limit)
            {
                return (int)(drawn % (ulong)bound);
            }
        }
    }

    /// <summary>A full order of 0…<paramref name="count"/>−1: place by place, one of those left.</summary>
    public static int[] Of(HmacDrbg source, int count)
    {
        var order = new int[count];
        for (var place = 0; place < count; place++)
        {
            order[place] = place;
        }

        for (var place = 0; place < count - 1; place++)
        {
            var chosen = place + Below(source, count - place);
            (order[place], order[chosen]) = (order[chosen], order[place]);
        }

        return order;
    }
}
