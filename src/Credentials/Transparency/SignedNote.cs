using System.Buffers.Binary;
using System.Text;

namespace Approvals.Credentials.Transparency;

/// <summary>One signature line of a note.</summary>
/// <param name="KeyId">Four octets that hint at the key.</param>
/// <param name="Value">What the key's scheme defines.</param>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Value);

/// <summary>
/// A text with signatures by one or more keys (C2SP signed-note). Nothing in it counts before a <see cref="NoteVerifier"/> accepted
/// one of the signatures.
/// </summary>
/// <param name="Text">Ends in a newline; no other control characters.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>More is read by nobody.</summary>
    public const int MostSignatures = 64;

    private const int LongestNote = 65_536;
    private const string Mark = "\u2014 ";

    public SignedNote With(NoteSignature signature) => this with { Signatures = [.. Signatures, signature] };

    public override string ToString()
    {
        var note = new StringBuilder(Text).Append('\n');
        foreach (var signature in Signatures)
        {
            var value = new byte[4 + signature.Value.Length];
            BinaryPrimitives.WriteUInt32BigEndian(value, signature.KeyId);
            signature.Value.Span.CopyTo(value.AsSpan(4));
            note.Append(Mark).Append(signature.Name).Append(' ').Append(Convert.ToBase64String(value)).Append('\n');
        }

        return note.ToString();
    }

    /// <summary>The note, or null when it is not one.</summary>
    public static SignedNote? Parse(string note)
    {
        var split = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (
            note.Length > LongestNote
            || split < 0
            || split + 2 == note.Length
            || !note.EndsWith('\n')
            || note.Any(letter => letter < ' ' && letter != '\n')
        )
        {
            return null;
        }

        var signatures = new List<NoteSignature>();
        foreach (var line in note[(split + 2)..^1].Split('\n'))
        {
            if (Line(line) is not { } signature || signatures.Count == MostSignatures)
            {
                return null;
            }

            signatures.Add(signature);
        }

        return new(note[..(split + 1)], signatures);
    }

    /// <summary>Neither empty nor with blanks or a plus, which separate.</summary>
    internal static bool IsName(string name) =>
        name.Length > 0 && !name.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter == '+');

    private static NoteSignature? Line(string line)
    {
        if (
            !line.StartsWith(Mark, StringComparison.Ordinal)
            || line[Mark.Length..].Split(' ') is not [var name, var given]
        )
        {
            return null;
        }

        var value = new byte[given.Length];
        return IsName(name) && Convert.TryFromBase64String(given, value, out var length) && length > 4
            ? new(name, BinaryPrimitives.ReadUInt32BigEndian(value), value.AsMemory(4, length - 4))
            : null;
    }
}
