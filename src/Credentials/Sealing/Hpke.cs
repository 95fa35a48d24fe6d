using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Approvals.Credentials.Sealing;

/// <summary>
/// Hybrid public key encryption (RFC 9180), base mode, DHKEM(P-256, HKDF-SHA256) · HKDF-SHA256 · AES-256-GCM. Ephemeral keys come
/// from the caller: whoever seals with a derived one lets others re-derive the ciphertext byte for byte.
/// </summary>
public static class Hpke
{
    /// <summary>What sealing adds to a message: the encapsulated point and one tag.</summary>
    public const int Overhead = SealKey.PointSize + HpkeContext.TagSize;

    private static readonly byte[] KemSuite = [.. "KEM"u8, 0x00, 0x10];
    private static readonly byte[] Suite = [.. "HPKE"u8, 0x00, 0x10, 0x00, 0x01, 0x00, 0x02];

    /// <summary>DeriveKeyPair (RFC 9180 §7.1.3) for P-256: rejection over a counter, at most 256 tries.</summary>
    public static SealKey DeriveKeyPair(ReadOnlySpan<byte> input)
    {
        var prk = Extract(KemSuite, [], "dkp_prk"u8, input);
        for (var counter = 0; counter < 256; counter++)
        {
            var scalar = Expand(KemSuite, prk, "candidate"u8, [(byte)counter], SealKey.ScalarSize);
            if (IsScalar(scalar))
            {
                return SealKey.FromScalar(scalar);
            }
        }

        throw new CryptographicException("No key pair can be derived from this input.");
    }

    /// <summary>SetupBaseS with the given ephemeral pair: the encapsulated point is the pair's.</summary>
    public static HpkeContext ToSend(ReadOnlySpan<byte> recipient, SealKey ephemeral, ReadOnlySpan<byte> info) =>
        Schedule(
            SharedSecret(SealKey.Agree(ephemeral.Scalar, recipient), ephemeral.Point, recipient),
            ephemeral.Point,
            info
        );

    /// <summary>SetupBaseR.</summary>
    /// <exception cref="CryptographicException">The encapsulated bytes are no point of the curve.</exception>
    public static HpkeContext ToReceive(ReadOnlySpan<byte> encapsulated, SealKey recipient, ReadOnlySpan<byte> info) =>
        Schedule(
            SharedSecret(SealKey.Agree(recipient.Scalar, encapsulated), encapsulated, recipient.Point),
            encapsulated.ToArray(),
            info
        );

    /// <summary>One message to one recipient: encapsulated point ‖ ciphertext ‖ tag.</summary>
    public static byte[] Seal(
        ReadOnlySpan<byte> recipient,
        SealKey ephemeral,
        ReadOnlySpan<byte> info,
        ReadOnlySpan<byte> message
    )
    {
        using var context = ToSend(recipient, ephemeral, info);
        return [.. ephemeral.Point, .. context.Seal([], message)];
    }

    /// <summary>The message, or null when this key doesn't open these bytes.</summary>
    public static byte[]? Open(SealKey recipient, ReadOnlySpan<byte> info, ReadOnlySpan<byte> sealedMessage)
    {
        if (sealedMessage.Length < Overhead || !SealKey.IsPoint(sealedMessage[..SealKey.PointSize]))
        {
            return null;
        }

        using var context = ToReceive(sealedMessage[..SealKey.PointSize], recipient, info);
        return context.Open([], sealedMessage[SealKey.PointSize..]);
    }

    internal static byte[] Export(ReadOnlySpan<byte> exporterSecret, ReadOnlySpan<byte> context, int length) =>
        Expand(Suite, exporterSecret, "sec"u8, context, length);

    private static byte[] SharedSecret(byte[] agreed, ReadOnlySpan<byte> encapsulated, ReadOnlySpan<byte> recipient)
    {
        var prk = Extract(KemSuite, [], "eae_prk"u8, agreed);
        return Expand(KemSuite, prk, "shared_secret"u8, [.. encapsulated, .. recipient], SealHash.Size);
    }

    private static HpkeContext Schedule(byte[] shared, byte[] encapsulated, ReadOnlySpan<byte> info)
    {
        byte[] context = [0, .. Extract(Suite, [], "psk_id_hash"u8, []), .. Extract(Suite, [], "info_hash"u8, info)];
        var secret = Extract(Suite, shared, "secret"u8, []);
        return new HpkeContext(
            encapsulated,
            Expand(Suite, secret, "key"u8, context, HpkeContext.KeySize),
            Expand(Suite, secret, "base_nonce"u8, context, HpkeContext.NonceSize),
            Expand(Suite, secret, "exp"u8, context, SealHash.Size)
        );
    }

    private static byte[] Extract(
        byte[] suite,
        ReadOnlySpan<byte> salt,
        ReadOnlySpan<byte> label,
        ReadOnlySpan<byte> input
    )
    {
        var prk = new byte[SealHash.Size];
        HKDF.Extract(HashAlgorithmName.SHA256, [.. "HPKE-v1"u8, .. suite, .. label, .. input], salt, prk);
        return prk;
    }

    private static byte[] Expand(
        byte[] suite,
        ReadOnlySpan<byte> prk,
        ReadOnlySpan<byte> label,
        ReadOnlySpan<byte> info,
        int length
    )
    {
        var size = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(size, (ushort)length);
        var output = new byte[length];
        HKDF.Expand(HashAlgorithmName.SHA256, prk, output, [.. size, .. "HPKE-v1"u8, .. suite, .. label, .. info]);
        return output;
    }

    private static bool IsScalar(byte[] candidate) =>
        candidate.AsSpan().IndexOfAnyExcept((byte)0) >= 0 && candidate.AsSpan().SequenceCompareTo(Order) < 0;

    private static ReadOnlySpan<byte> Order =>
        [
            0xFF,
            0xFF,
            0xFF,
            0xFF,
            0x00,
            0x00,
            0x00,
            0x00,
            0xFF,
            0xFF,
            0xFF,
            0xFF,
            0xFF,
            0xFF,
            0xFF,
            0xFF,
            0xBC,
            0xE6,
            0xFA,
            0xAD,
            0xA7,
            0x17,
            0x9E,
            0x84,
            0xF3,
            0xB9,
            0xCA,
            0xC2,
            0xFC,
            0x63,
            0x25,
            0x51,
        ];
}
