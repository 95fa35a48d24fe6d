namespace Approvals.Server.Identity.SecondFactor;

/// <summary>RFC 4648 §6 base32, as authenticator apps take their keys; case, blanks and padding do not matter.</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsPerCharacter = 5;

    /// <summary>Null when a character is not of the alphabet.</summary>
    public static byte[]? Decode(string text)
    {
        var bytes = new List<byte>(text.Length);
        var (buffer, bits) = (0, 0);
        foreach (var character in text.ToUpperInvariant().Where(each => each is not (' ' or '=')))
        {
            var value = Alphabet.IndexOf(character, StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            buffer = ((buffer << BitsPerCharacter) | value) & 0xFFF;
            bits += BitsPerCharacter;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }
}
