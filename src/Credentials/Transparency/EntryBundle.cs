using System.Buffers.Binary;

namespace Approvals.Credentials.Transparency;

/// <summary>The entries under one level-0 tile (C2SP tlog-tiles): each with its length as two octets, big-endian, before it.</summary>
public static class EntryBundle
{
    public const int LongestEntry = ushort.MaxValue;

    public static byte[] Write(IEnumerable<ReadOnlyMemory<byte>> entries)
    {
        using var bundle = new MemoryStream();
        Span<byte> length = stackalloc byte[2];
        foreach (var entry in entries)
        {
            if (entry.Length > LongestEntry)
            {
                throw new ArgumentException($"An entry has {entry.Length} octets.", nameof(entries));
            }

            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)entry.Length);
            bundle.Write(length);
            bundle.Write(entry.Span);
        }

        return bundle.ToArray();
    }

    /// <summary>The entries, or null when the bundle is cut or holds another number of them.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>>? Read(ReadOnlyMemory<byte> bundle, int width)
    {
        var entries = new List<ReadOnlyMemory<byte>>(width);
        while (bundle.Length >= 2 && entries.Count < width)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(bundle.Span);
            if (bundle.Length < 2 + length)
            {
                return null;
            }

            entries.Add(bundle.Slice(2, length));
            bundle = bundle[(2 + length)..];
        }

        return bundle.IsEmpty && entries.Count == width ? entries : null;
    }
}
