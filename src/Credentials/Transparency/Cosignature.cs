using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Approvals.Credentials.Keys;

namespace Approvals.Credentials.Transparency;

/// <summary>
/// A witness's word that a checkpoint extends every earlier one it has seen of this log, and when (C2SP tlog-cosignature): the
/// message is that specification's <c>cosignature/v1</c>, the key ECDSA over P-256, because this runtime has no Ed25519.
/// That makes it a signature type of its own, 0xff with an identifier. The value is the time in eight octets and the signature.
/// </summary>
public sealed class CosignatureVerifier
{
    private const string Scheme = "approvals/cosignature/v1/ecdsa-p256-sha256";
    private const int TimeLength = 8;
    private readonly PublicKey key;

    public CosignatureVerifier(string name, PublicKey key)
    {
        if (!SignedNote.IsName(name))
        {
            throw new ArgumentException("A key's name has neither blanks nor a plus.", nameof(name));
        }

        (Name, this.key) = (name, key);
        byte[] identity = [.. Encoding.UTF8.GetBytes(name + "\n"), 0xFF, .. Encoding.ASCII.GetBytes(Scheme)];
        KeyId = BinaryPrimitives.ReadUInt32BigEndian(
            SHA256.HashData([.. identity, .. key.ExportSubjectPublicKeyInfo()])
        );
    }

    public string Name { get; }

    public uint KeyId { get; }

    /// <summary>When this witness cosigned the checkpoint, or null when it did not.</summary>
    public DateTimeOffset? CosignedAt(SignedNote note)
    {
        foreach (var each in note.Signatures.Where(each => each.Name == Name && each.KeyId == KeyId))
        {
            if (each.Value.Length > TimeLength)
            {
                var seconds = BinaryPrimitives.ReadUInt64BigEndian(each.Value.Span);
                if (
                    seconds <= (ulong)DateTimeOffset.MaxValue.ToUnixTimeSeconds()
                    && SignatureAlgorithm.EcdsaP256Sha256.Verify(
                        key,
                        Message(seconds, note.Text),
                        each.Value.Span[TimeLength..]
                    )
                )
                {
                    return DateTimeOffset.FromUnixTimeSeconds((long)seconds);
                }
            }
        }

        return null;
    }

    internal static byte[] Message(ulong seconds, string text) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {seconds}\n{text}"));

    internal static byte[] Value(ulong seconds, ReadOnlySpan<byte> signature)
    {
        var value = new byte[TimeLength + signature.Length];
        BinaryPrimitives.WriteUInt64BigEndian(value, seconds);
        signature.CopyTo(value.AsSpan(TimeLength));
        return value;
    }
}

/// <summary>
/// Cosigns checkpoints of one log. What it has seen comes in and goes out with the call: the caller keeps it durably, because a
/// witness that forgets is none.
/// </summary>
public sealed class Witness(string name, ISigningKey key, NoteVerifier log, string origin)
{
    public CosignatureVerifier Verifier { get; } = new(name, key.PublicKey);

    /// <summary>The cosignature, or null when the checkpoint is not the log's or does not extend what was seen.</summary>
    /// <param name="seen">The newest checkpoint cosigned so far; null at the first.</param>
    public NoteSignature? Cosign(SignedNote note, Checkpoint? seen, ConsistencyProof proof, DateTimeOffset now)
    {
        if (!log.Accepts(note) || Checkpoint.Parse(note.Text) is not { } checkpoint || checkpoint.Origin != origin)
        {
            return null;
        }

        var from = seen ?? new Checkpoint(origin, 0, MerkleHash.OfEmptyTree());
        if (
            proof.From != from.Size
            || proof.Size != checkpoint.Size
            || !proof.Verify(from.Root.Span, checkpoint.Root.Span)
        )
        {
            return null;
        }

        var seconds = (ulong)now.ToUnixTimeSeconds();
        var signature = key.Sign(CosignatureVerifier.Message(seconds, note.Text));
        return new(Verifier.Name, Verifier.KeyId, CosignatureVerifier.Value(seconds, signature));
    }
}
