using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Approvals.Credentials.Sealing;

namespace Approvals.Credentials.Tests.Sealing;

public sealed class ChunkedEncryptionTests
{
    private static readonly JsonElement Vector = Vectors.Load("chunked");
    private static readonly byte[] Key = Vector.Hex("key");

    [Fact]
    public void Vectors_decrypt_and_encrypt_to_the_same_bytes()
    {
        foreach (var each in Vector.GetProperty("cases").EnumerateArray())
        {
            var cipher = Inflate(each.Hex("ct"));
            var plain = Decrypt(Key, [], cipher).ShouldNotBeNull();

            plain.Length.ShouldBe(each.GetProperty("length").GetInt32());
            SHA512.HashData(plain).ShouldBe(each.Hex("sha512"));
            Encrypt(Key, cipher[..ChunkedEncryption.SaltSize], [], plain).ShouldBe(cipher);
            ChunkedEncryption.SizeOf(plain.Length).ShouldBe(cipher.Length);
        }
    }

    [Fact]
    public void Another_key_context_length_or_order_is_refused()
    {
        var plain = RandomNumberGenerator.GetBytes(40_000);
        var cipher = Encrypt(Key, new byte[24], "base"u8.ToArray(), plain);
        const int chunk = 16 * 1024 + 16;

        Decrypt(Key, "base"u8.ToArray(), cipher).ShouldBe(plain);
        Decrypt(SHA256.HashData(Key), "base"u8.ToArray(), cipher).ShouldBeNull();
        Decrypt(Key, "vase"u8.ToArray(), cipher).ShouldBeNull();
        Decrypt(Key, "base"u8.ToArray(), [.. cipher, 0]).ShouldBeNull();
        for (var cut = 0; cut < cipher.Length; cut += 997)
        {
            Decrypt(Key, "base"u8.ToArray(), cipher[..cut]).ShouldBeNull($"cut at {cut}");
        }

        byte[] swapped =
        [
            .. cipher[..56],
            .. cipher[(56 + chunk)..(56 + 2 * chunk)],
            .. cipher[56..(56 + chunk)],
            .. cipher[(56 + 2 * chunk)..],
        ];
        Decrypt(Key, "base"u8.ToArray(), swapped).ShouldBeNull();
        Decrypt(Key, "base"u8.ToArray(), cipher[..(56 + chunk)]).ShouldBeNull();
    }

    [Fact]
    public void Every_flipped_bit_of_a_short_message_is_refused()
    {
        var cipher = Encrypt(Key, new byte[24], [], [1, 2, 3]);
        for (var bit = 0; bit < cipher.Length * 8; bit++)
        {
            cipher[bit / 8] ^= (byte)(1 << (bit % 8));
            Decrypt(Key, [], cipher).ShouldBeNull($"bit {bit}");
            cipher[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    private static byte[] Encrypt(byte[] key, byte[] salt, byte[] context, byte[] plain)
    {
        using var output = new MemoryStream();
        ChunkedEncryption.Encrypt(key, salt, context, new MemoryStream(plain), output);
        return output.ToArray();
    }

    private static byte[]? Decrypt(byte[] key, byte[] context, byte[] cipher)
    {
        using var output = new MemoryStream();
        return ChunkedEncryption.Decrypt(key, context, new MemoryStream(cipher), output) ? output.ToArray() : null;
    }

    private static byte[] Inflate(byte[] compressed)
    {
        using var output = new MemoryStream();
        using var inflater = new ZLibStream(new MemoryStream(compressed), CompressionMode.Decompress);
        inflater.CopyTo(output);
        return output.ToArray();
    }
}
