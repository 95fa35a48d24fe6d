using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Approvals.Credentials.Sealing;

/// <summary>One direction of an HPKE exchange (RFC 9180 §5.2): messages in order, each under the next nonce, and exported keys.</summary>
public sealed class HpkeContext : IDisposable
{
    internal const int KeySize = 32;
    internal const int NonceSize = 12;
    internal const int TagSize = 16;

    private readonly AesGcm cipher;
    private readonly byte[] baseNonce;
    private readonly byte[] exporterSecret;
    private ulong sequence;

    internal HpkeContext(byte[] encapsulated, byte[] key, byte[] baseNonce, byte[] exporterSecret)
    {
        Encapsulated = encapsulated;
        this.baseNonce = baseNonce;
        this.exporterSecret = exporterSecret;
        cipher = new AesGcm(key, TagSize);
    }

    /// <summary>What the recipient needs beside the ciphertexts.</summary>
    public byte[] Encapsulated { get; }

    /// <summary>Ciphertext ‖ tag of the next message.</summary>
    public byte[] Seal(ReadOnlySpan<byte> associated, ReadOnlySpan<byte> message)
    {
        var output = new byte[message.Length + TagSize];
        cipher.Encrypt(
            NextNonce(),
            message,
            output.AsSpan(0, message.Length),
            output.AsSpan(message.Length),
            associated
        );
        sequence++;
        return output;
    }

    /// <summary>The next message, or null when the bytes are not it; a refused message doesn't count.</summary>
    public byte[]? Open(ReadOnlySpan<byte> associated, ReadOnlySpan<byte> ciphertext)
    {
        if (ciphertext.Length < TagSize)
        {
            return null;
        }

        var message = new byte[ciphertext.Length - TagSize];
        try
        {
            cipher.Decrypt(NextNonce(), ciphertext[..^TagSize], ciphertext[^TagSize..], message, associated);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        sequence++;
        return message;
    }

    /// <summary>A secret of both sides (RFC 9180 §5.3).</summary>
    public byte[] Export(ReadOnlySpan<byte> context, int length) => Hpke.Export(exporterSecret, context, length);

    public void Dispose() => cipher.Dispose();

    private byte[] NextNonce()
    {
        var counter = new byte[NonceSize];
        BinaryPrimitives.WriteUInt64BigEndian(counter.AsSpan(NonceSize - sizeof(ulong)), sequence);
        for (var at = 0; at < NonceSize; at++)
        {
            counter[at] ^= baseNonce[at];
        }

        return counter;
    }
}
