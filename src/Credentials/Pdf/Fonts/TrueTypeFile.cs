using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Approvals.Credentials.Pdf.Fonts;

/// <summary>Lays tables out as an sfnt file with its directory and checksums (OpenType, "Organization of an OpenType font").</summary>
internal static class TrueTypeFile
{
    private const uint TrueTypeVersion = 0x00010000;
    private const uint ChecksumMagic = 0xB1B0AFBA;

    /// <param name="tables">Sorted by tag.</param>
    public static byte[] Assemble(List<(string Tag, byte[] Data)> tables)
    {
        var headerLength = 12 + (tables.Count * 16);
        var file = new byte[headerLength + tables.Sum(table => (table.Data.Length + 3) & ~3)];
        var log = BitOperations.Log2((uint)tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(file, TrueTypeVersion);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << log));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)log);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((tables.Count * 16) - (16 << log)));
        var at = headerLength;
        var headAt = -1;
        for (var i = 0; i < tables.Count; i++)
        {
            var (tag, data) = tables[i];
            headAt = tag == "head" ? at : headAt;
            data.CopyTo(file, at);
            var record = file.AsSpan(12 + (i * 16), 16);
            Encoding.ASCII.GetBytes(tag, record);
            BinaryPrimitives.WriteUInt32BigEndian(record[4..], Checksum(file.AsSpan(at, (data.Length + 3) & ~3)));
            BinaryPrimitives.WriteUInt32BigEndian(record[8..], (uint)at);
            BinaryPrimitives.WriteUInt32BigEndian(record[12..], (uint)data.Length);
            at += (data.Length + 3) & ~3;
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(headAt + 8), ChecksumMagic - Checksum(file));
        return file;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (; bytes.Length >= 4; bytes = bytes[4..])
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(bytes);
        }

        return sum;
    }
}
