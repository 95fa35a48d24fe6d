using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Approvals.Credentials.Keys;

namespace Approvals.Credentials.Transparency;

/// <summary>
/// A public key that signs notes: ECDSA over P-256 with SHA-256 (signature type 0x02 of C2SP signed-note). The key id is the
/// beginning of the SHA-256 of the key as SubjectPublicKeyInfo.
/// </summary>
public sealed class NoteVerifier
{
    private const byte EcdsaType = 2;
    private readonly PublicKey key;

    public NoteVerifier(string name, PublicKey key)
    {
        if (!SignedNote.IsName(name))
        {
            throw new ArgumentException("A key's name has neither blanks nor a plus.", nameof(name));
        }

        (Name, this.key) = (name, key);
        KeyId = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
    }

    public string Name { get; }

    public uint KeyId { get; }

    /// <summary>What is handed to whoever verifies: <c>name+id+key</c>, id in hexadecimal, type and key in base64.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Name}+{KeyId:x8}+{Convert.ToBase64String([EcdsaType, .. key.ExportSubjectPublicKeyInfo()])}"
        );

    /// <summary>The key that a text of that form names, or null.</summary>
    public static NoteVerifier? Parse(string text)
    {
        var parts = text.Split('+', 3);
        var bytes = new byte[text.Length];
        if (
            parts.Length != 3
            || !SignedNote.IsName(parts[0])
            || !Convert.TryFromBase64String(parts[2], bytes, out var length)
            || length < 2
            || bytes[0] != EcdsaType
        )
        {
            return null;
        }

        try
        {
            var given = PublicKey.CreateFromSubjectPublicKeyInfo(bytes.AsSpan(1, length - 1), out var read);
            var verifier = new NoteVerifier(parts[0], given);
            return
                read == length - 1
                && SignatureAlgorithm.For(given) == SignatureAlgorithm.EcdsaP256Sha256
                && verifier.ToString() == text
                ? verifier
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>True when this key signed the note. A signature under the key's name and id that doesn't hold is a false note, also
    /// beside one that does.</summary>
    public bool Accepts(SignedNote note)
    {
        var mine = note.Signatures.Where(each => each.Name == Name && each.KeyId == KeyId).ToList();
        var text = Encoding.UTF8.GetBytes(note.Text);
        return mine.Count > 0
            && mine.TrueForAll(each => SignatureAlgorithm.EcdsaP256Sha256.Verify(key, text, each.Value.Span));
    }
}

/// <summary>Signs notes under a name with a key of a key store.</summary>
public sealed class NoteSigner(string name, ISigningKey key)
{
    public NoteVerifier Verifier { get; } = new(name, key.PublicKey);

    /// <param name="text">Ends in a newline.</param>
    public SignedNote Sign(string text) => Sign(new SignedNote(text, []));

    /// <summary>Adds this key's signature to those that are there.</summary>
    public SignedNote Sign(SignedNote note) =>
        note.With(new(Verifier.Name, Verifier.KeyId, key.Sign(Encoding.UTF8.GetBytes(note.Text))));
}
