using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Approvals.EndToEnd.Tests.Fixtures;

/// <summary>An authenticator app on a phone (RFC 6238: SHA-1, 30 s, six digits), given the key as the page shows it.</summary>
#pragma warning disable CA5350 // The digest that the apps of the world use.
public sealed class AuthenticatorApp(string readableKey)
{
    private readonly byte[] key = Decode(readableKey);

    public string CodeAt(DateTimeOffset now)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, now.ToUnixTimeSeconds() / 30);
        var digest = HMACSHA1.HashData(key, counter);
        var value = BinaryPrimitives.ReadInt32BigEndian(digest.AsSpan(digest[^1] & 0xf)) & int.MaxValue;
        return (value % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string text)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bytes = new List<byte>();
        var (held, bits) = (0, 0);
        foreach (var letter in text.ToUpperInvariant().Where(letter => Alphabet.Contains(letter)))
        {
            held = ((held << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal)) & 0xfff;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(held >> bits));
            }
        }

        return [.. bytes];
    }
}
