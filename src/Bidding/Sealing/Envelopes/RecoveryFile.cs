using System.Security.Cryptography;
using Approvals.Bidding.Sealing.Wire;
using Approvals.Credentials.Sealing;

namespace Approvals.Bidding.Sealing.Envelopes;

/// <summary>
/// <c>r</c> under a passphrase: PBKDF2 with SHA-256, then AES-256-GCM with everything before the ciphertext as associated data. Who
/// loses it can neither release the bid's lock nor replace the bid under the same pseudonym.
/// </summary>
public static class RecoveryFile
{
    public const int SaltSize = 16;

    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int Iterations = 600_000;
    private static readonly byte[] Magic = "approvals bid recovery 1\n"u8.ToArray();

    /// <param name="salt">16 random bytes; the key they give is used once, so the nonce is zero.</param>
    public static byte[] Write(byte[] root, byte[] noticeHash, string passphrase, byte[] salt)
    {
        byte[] head = [.. Magic, .. noticeHash, .. salt];
        var sealedRoot = new byte[root.Length + TagSize];
        using var cipher = new AesGcm(KeyOf(passphrase, salt), TagSize);
        cipher.Encrypt(
            new byte[NonceSize],
            root,
            sealedRoot.AsSpan(0, root.Length),
            sealedRoot.AsSpan(root.Length),
            head
        );
        return [.. head, .. sealedRoot];
    }

    /// <summary><c>r</c>, or null when the passphrase, the tender or the bytes are others.</summary>
    public static byte[]? Read(ReadOnlySpan<byte> file, byte[] noticeHash, string passphrase)
    {
        var reader = new WireReader(file);
        var isOurs =
            reader.Fixed(Magic.Length).AsSpan().SequenceEqual(Magic)
            & reader.Fixed(SealHash.Size).AsSpan().SequenceEqual(noticeHash);
        var salt = reader.Fixed(SaltSize);
        var ciphertext = reader.Fixed(SealHash.Size);
        var tag = reader.Fixed(TagSize);
        if (!isOurs || !reader.IsWhole)
        {
            return null;
        }

        var root = new byte[SealHash.Size];
        try
        {
            using var cipher = new AesGcm(KeyOf(passphrase, salt), TagSize);
            cipher.Decrypt(new byte[NonceSize], ciphertext, tag, root, file[..^(SealHash.Size + TagSize)]);
            return root;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] KeyOf(string passphrase, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Iterations, HashAlgorithmName.SHA256, SealHash.Size);
}
