using System.Security.Cryptography;

namespace Approvals.Credentials.Draws;

/// <summary>
/// HMAC_DRBG with SHA-256 (NIST SP 800-90A §10.1.2), without reseeding: a stream of bytes that is a function of its seed, so that
/// anyone who knows the seed draws the same.
/// </summary>
public sealed class HmacDrbg
{
    private const int Size = 32;

    private byte[] key = new byte[Size];
    private byte[] value = new byte[Size];

    /// <param name="seed">Entropy input ‖ nonce ‖ personalisation.</param>
    public HmacDrbg(ReadOnlySpan<byte> seed)
    {
        value.AsSpan().Fill(1);
        Update(seed);
    }

    /// <summary>One call of Generate without additional input.</summary>
    public byte[] Generate(int length)
    {
        var output = new byte[length];
        for (var at = 0; at < length; at += Size)
        {
            value = HMACSHA256.HashData(key, value);
            value.AsSpan(0, Math.Min(Size, length - at)).CopyTo(output.AsSpan(at));
        }

        Update([]);
        return output;
    }

    private void Update(ReadOnlySpan<byte> data)
    {
        key = HMACSHA256.HashData(key, (byte[])[.. value, 0, .. data]);
        value = HMACSHA256.HashData(key, value);
        if (!data.IsEmpty)
        {
            key = HMACSHA256.HashData(key, (byte[])[.. value, 1, .. data]);
            value = HMACSHA256.HashData(key, value);
        }
    }
}
