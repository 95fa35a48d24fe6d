using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Approvals.Credentials.Sealing;

/// <summary>
/// c2sp.org/chunked-encryption with SHA-512 and AES-256-GCM: salt (24) ‖ commitment (32) ‖ chunks of 16 KiB, the last one shorter.
/// The commitment ties the ciphertext to one key: no second key gives it another reading.
/// </summary>
public static class ChunkedEncryption
{
    public const int KeySize = 32;
    public const int SaltSize = 24;

    private const int CommitmentSize = 32;
    private const int HeadSize = SaltSize + CommitmentSize;
    private const int ChunkSize = 16 * 1024;
    private const int TagSize = 16;
    private const int NonceSize = 12;

    private static readonly byte[] Label = Encoding.ASCII.GetBytes("c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0");

    public static long SizeOf(long plain) => HeadSize + plain + ((plain / ChunkSize) + 1) * TagSize;

    /// <summary>Encrypts what <paramref name="plain"/> has left, with memory for one chunk.</summary>
    /// <param name="salt">Never twice with one key.</param>
    public static void Encrypt(
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> salt,
        ReadOnlySpan<byte> context,
        Stream plain,
        Stream cipher
    )
    {
        if (salt.Length != SaltSize)
        {
            throw new ArgumentException($"A salt has {SaltSize} bytes.", nameof(salt));
        }

        var (aead, baseNonce, commitment) = Derive(key, salt, context);
        using var gcm = new AesGcm(aead, TagSize);
        cipher.Write(salt);
        cipher.Write(commitment);
        var read = new byte[ChunkSize];
        var written = new byte[ChunkSize + TagSize];
        for (ulong number = 0; ; number++)
        {
            var length = plain.ReadAtLeast(read, ChunkSize, throwOnEndOfStream: false);
            gcm.Encrypt(
                Nonce(baseNonce, number),
                read.AsSpan(0, length),
                written.AsSpan(0, length),
                written.AsSpan(length, TagSize)
            );
            cipher.Write(written, 0, length + TagSize);
            if (length < ChunkSize)
            {
                return;
            }
        }
    }

    /// <summary>
    /// Decrypts to <paramref name="plain"/>; false when the bytes are not a whole message of this key and context. What was
    /// written before a false is worth nothing.
    /// </summary>
    public static bool Decrypt(ReadOnlySpan<byte> key, ReadOnlySpan<byte> context, Stream cipher, Stream plain)
    {
        var head = new byte[HeadSize];
        if (key.Length != KeySize || cipher.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false) < HeadSize)
        {
            return false;
        }

        var (aead, baseNonce, commitment) = Derive(key, head.AsSpan(0, SaltSize), context);
        if (!CryptographicOperations.FixedTimeEquals(commitment, head.AsSpan(SaltSize)))
        {
            return false;
        }

        using var gcm = new AesGcm(aead, TagSize);
        var read = new byte[ChunkSize + TagSize];
        var written = new byte[ChunkSize];
        for (ulong number = 0; ; number++)
        {
            var length = cipher.ReadAtLeast(read, read.Length, throwOnEndOfStream: false) - TagSize;
            if (length < 0 || !TryDecrypt(gcm, Nonce(baseNonce, number), read, length, written))
            {
                return false;
            }

            plain.Write(written, 0, length);
            if (length < ChunkSize)
            {
                return true;
            }
        }
    }

    private static bool TryDecrypt(AesGcm gcm, byte[] nonce, byte[] read, int length, byte[] written)
    {
        try
        {
            gcm.Decrypt(nonce, read.AsSpan(0, length), read.AsSpan(length, TagSize), written.AsSpan(0, length));
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }

    private static (byte[] Key, byte[] Nonce, byte[] Commitment) Derive(
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> salt,
        ReadOnlySpan<byte> context
    )
    {
        if (key.Length != KeySize)
        {
            throw new ArgumentException($"A key has {KeySize} bytes.", nameof(key));
        }

        // HKDF-Expand (RFC 5869 §2.3) by hand: the input key is shorter than SHA-512's output, which .NET's own refuses.
        byte[] info = [.. Label, .. salt, .. context];
        var first = HMACSHA512.HashData(key, (byte[])[.. info, 1]);
        byte[] output = [.. first, .. HMACSHA512.HashData(key, (byte[])[.. first, .. info, 2])];
        return (
            output[..KeySize],
            output[KeySize..(KeySize + NonceSize)],
            output[(KeySize + NonceSize)..(KeySize + NonceSize + CommitmentSize)]
        );
    }

    private static byte[] Nonce(byte[] baseNonce, ulong number)
    {
        var nonce = new byte[NonceSize];
        BinaryPrimitives.WriteUInt64BigEndian(nonce.AsSpan(NonceSize - sizeof(ulong)), number);
        for (var at = 0; at < NonceSize; at++)
        {
            nonce[at] ^= baseNonce[at];
        }

        return nonce;
    }
}
