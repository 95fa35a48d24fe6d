using System.Globalization;

namespace Approvals.Credentials.Transparency;

/// <summary>
/// What a log commits to (C2SP tlog-checkpoint): its origin, the size of its tree and the root; published as a
/// <see cref="SignedNote"/>.
/// </summary>
/// <param name="Origin">Names the log, without a scheme: <c>qingyuan.example/log</c>.</param>
/// <param name="Root">32 octets.</param>
/// <param name="Extensions">Further lines, not empty; normally none.</param>
public sealed record Checkpoint(string Origin, long Size, ReadOnlyMemory<byte> Root, IReadOnlyList<string> Extensions)
{
    public Checkpoint(string origin, long size, ReadOnlyMemory<byte> root)
        : this(origin, size, root, []) { }

    /// <summary>The text of the note, ending in a newline.</summary>
    public string ToText()
    {
        var size = Size.ToString(CultureInfo.InvariantCulture);
        IEnumerable<string> lines = [Origin, size, Convert.ToBase64String(Root.Span), .. Extensions];
        return string.Concat(lines.Select(line => line + "\n"));
    }

    /// <summary>The checkpoint of a note's text, or null; only the one true spelling is accepted.</summary>
    public static Checkpoint? Parse(string text)
    {
        var lines = text.Split('\n');
        var root = new byte[MerkleHash.Length];
        if (
            lines is not [{ Length: > 0 } origin, var size, var encoded, .. var rest, ""]
            || !long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || !Convert.TryFromBase64String(encoded, root, out var length)
            || length != MerkleHash.Length
            || rest.Any(line => line.Length == 0)
        )
        {
            return null;
        }

        var checkpoint = new Checkpoint(origin, count, root, rest);
        return checkpoint.ToText() == text ? checkpoint : null;
    }
}
