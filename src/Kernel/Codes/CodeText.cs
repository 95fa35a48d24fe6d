namespace Approvals.Kernel.Codes;

/// <summary>How people type codes: in groups with blanks, in small letters, with full-width digits from a Chinese input method.</summary>
internal static class CodeText
{
    public static string Normalise(string? text)
    {
        if (text is null)
        {
            return "";
        }

        Span<char> kept = text.Length <= 128 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                continue;
            }

            // U+FF01..U+FF5E are the full-width twins of U+0021..U+007E.
            var narrow = character is >= '！' and <= '～' ? (char)(character - 0xFEE0) : character;
            kept[length++] = char.ToUpperInvariant(narrow);
        }

        return new string(kept[..length]);
    }
}
