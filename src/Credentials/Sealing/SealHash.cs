using System.Security.Cryptography;
using System.Text;

namespace Approvals.Credentials.Sealing;

/// <summary>
/// The two functions every derived value of sealed bidding comes from, each under the prefix <c>"bid-seal/1 " ‖ label ‖ 0</c>, so
/// that a value of one use never stands for another. Labels are ASCII without a zero byte.
/// </summary>
public static class SealHash
{
    public const int Size = 32;

    private static readonly byte[] Prefix = "bid-seal/1 "u8.ToArray();

    /// <summary>HKDF-SHA-256 (RFC 5869) with the prefix and <paramref name="context"/> as its info.</summary>
    public static byte[] Derive(
        ReadOnlySpan<byte> input,
        ReadOnlySpan<byte> salt,
        string label,
        ReadOnlySpan<byte> context = default,
        int length = Size
    )
    {
        var derived = new byte[length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, input, derived, salt, Prefixed(label, context));
        return derived;
    }

    /// <summary>SHA-256 of the prefix and the parts, one after the other: all but the last are of a width fixed by the label.</summary>
    public static byte[] Hash(string label, params ReadOnlySpan<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Prefixed(label, default));
        foreach (var part in parts)
        {
            hash.AppendData(part);
        }

        return hash.GetHashAndReset();
    }

    private static byte[] Prefixed(string label, ReadOnlySpan<byte> context)
    {
        var bytes = new byte[Prefix.Length + label.Length + 1 + context.Length];
        Prefix.CopyTo(bytes, 0);
        Encoding.ASCII.GetBytes(label, bytes.AsSpan(Prefix.Length));
        context.CopyTo(bytes.AsSpan(Prefix.Length + label.Length + 1));
        return bytes;
    }
}
