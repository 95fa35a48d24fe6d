using System.Globalization;

namespace Approvals.Credentials.Transparency;

/// <summary>
/// Where a part of a log is published (C2SP tlog-tiles): a tile at level L holds up to 256 hashes of the tree's level 8·L; a
/// bundle holds the entries under the same 256 leaves.
/// </summary>
/// <param name="Level">0 to 5, or <see cref="Entries"/>.</param>
/// <param name="Index">From the left.</param>
/// <param name="Width">1 to 256; below 256 the tile is partial and may be gone once it is full.</param>
public readonly record struct TileAddress(int Level, long Index, int Width = TileAddress.FullWidth)
{
    public const int FullWidth = 256;
    public const int HeightBits = 8;
    public const int HighestLevel = 5;

    /// <summary>The level of entry bundles.</summary>
    public const int Entries = -1;

    /// <summary><c>tile/0/x001/x234/067</c>, with <c>.p/17</c> for a partial one; entries under <c>tile/entries</c>.</summary>
    public string Path
    {
        get
        {
            var level = Level == Entries ? "entries" : Level.ToString(CultureInfo.InvariantCulture);
            var index = (Index % 1000).ToString("000", CultureInfo.InvariantCulture);
            for (var rest = Index / 1000; rest > 0; rest /= 1000)
            {
                index = string.Create(CultureInfo.InvariantCulture, $"x{rest % 1000:000}/{index}");
            }

            return Width == FullWidth
                ? $"tile/{level}/{index}"
                : string.Create(CultureInfo.InvariantCulture, $"tile/{level}/{index}.p/{Width}");
        }
    }

    /// <summary>The address a path names, or null; only the one true spelling is accepted.</summary>
    public static TileAddress? Parse(string path)
    {
        var parts = path.Split('/');
        if (parts is not ["tile", var level, ..] || parts.Length < 3)
        {
            return null;
        }

        var width = FullWidth;
        if (parts[^2].EndsWith(".p", StringComparison.Ordinal))
        {
            if (!int.TryParse(parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out width))
            {
                return null;
            }

            parts = [.. parts[..^2], parts[^2][..^2]];
        }

        var digits = string.Concat(parts[2..]).Replace("x", "", StringComparison.Ordinal);
        var number = level == "entries" ? Entries : Number(level);
        if (
            number is not { } found
            || found > HighestLevel
            || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        )
        {
            return null;
        }

        var address = new TileAddress(found, index, width);
        return width is >= 1 and <= FullWidth && address.Path == path ? address : null;

        static int? Number(string text) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>
    /// What has to be written when a tree grows: every tile and bundle that a reader of the new size asks for and a reader of
    /// the old one didn't.
    /// </summary>
    public static IEnumerable<TileAddress> NewIn(long oldSize, long newSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfLessThan(newSize, oldSize);
        foreach (var level in Enumerable.Range(Entries, HighestLevel + 2))
        {
            var shift = Math.Max(level, 0) * HeightBits;
            var (before, after) = (oldSize >> shift, newSize >> shift);
            if (after == before)
            {
                continue;
            }

            for (var index = before / FullWidth; index * FullWidth < after; index++)
            {
                yield return new(level, index, (int)Math.Min(FullWidth, after - (index * FullWidth)));
            }
        }
    }
}
