using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Approvals.Kernel.Journal;

/// <summary>
/// The leaf of one journal record in the transparency log: RFC 6962 §2.1, SHA-256 over <c>0x00</c> and the record in a
/// fixed binary form: salt (16 bytes), stream, version, turn, instant (each int64 big-endian), schema (int32), then type,
/// actor and data, each behind its int32 length. The salt keeps a leaf from being guessed from its content.
/// </summary>
public static class LeafHash
{
    public const int Size = 32;
    public const int SaltSize = 16;

    public static void Compute(in JournalRecord record, ReadOnlySpan<byte> salt, Span<byte> leaf)
    {
        var size = 1 + SaltSize + (4 * 8) + 4 + 12;
        var typeSize = Encoding.UTF8.GetByteCount(record.Type);
        var actorSize = Encoding.UTF8.GetByteCount(record.Actor);
        size += typeSize + actorSize + record.Data.Length;
        var rented = size > 1024 ? new byte[size] : null;
        var bytes = rented ?? stackalloc byte[1024];
        bytes[0] = 0;
        salt.CopyTo(bytes[1..]);
        var at = 1 + SaltSize;
        BinaryPrimitives.WriteInt64BigEndian(bytes[at..], record.Stream);
        BinaryPrimitives.WriteInt64BigEndian(bytes[(at + 8)..], record.Version);
        BinaryPrimitives.WriteInt64BigEndian(bytes[(at + 16)..], record.Turn);
        BinaryPrimitives.WriteInt64BigEndian(bytes[(at + 24)..], record.At.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteInt32BigEndian(bytes[(at + 32)..], record.Schema);
        at += 36;
        BinaryPrimitives.WriteInt32BigEndian(bytes[at..], typeSize);
        at += 4 + Encoding.UTF8.GetBytes(record.Type, bytes[(at + 4)..]);
        BinaryPrimitives.WriteInt32BigEndian(bytes[at..], actorSize);
        at += 4 + Encoding.UTF8.GetBytes(record.Actor, bytes[(at + 4)..]);
        BinaryPrimitives.WriteInt32BigEndian(bytes[at..], record.Data.Length);
        record.Data.Span.CopyTo(bytes[(at + 4)..]);
        at += 4 + record.Data.Length;
        SHA256.HashData(bytes[..at], leaf);
    }
}
