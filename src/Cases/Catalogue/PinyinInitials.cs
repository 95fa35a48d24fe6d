using System.Collections.Frozen;
using System.Text;

namespace Approvals.Cases.Catalogue;

/// <summary>
/// 拼音首字母, as people type them on a phone (gsdj for 公司登记). GB 2312 orders its first-level characters by their pinyin, so that the row and
/// cell of a character give its initial; second-level characters are ordered by radical, and those of the catalogue's words are listed. A
/// character that is read in two ways has both initials.
/// </summary>
public static class PinyinInitials
{
    /// <summary>The first character (GB 2312 code) of every initial; no word of Mandarin begins with i, u or v.</summary>
    private static readonly (int From, char Initial)[] Rows =
    [
        (0xB0A1, 'a'),
        (0xB0C5, 'b'),
        (0xB2C1, 'c'),
        (0xB4EE, 'd'),
        (0xB6EA, 'e'),
        (0xB7A2, 'f'),
        (0xB8C1, 'g'),
        (0xB9FE, 'h'),
        (0xBBF7, 'j'),
        (0xBFA6, 'k'),
        (0xC0AC, 'l'),
        (0xC2E8, 'm'),
        (0xC4C3, 'n'),
        (0xC5B6, 'o'),
        (0xC5BE, 'p'),
        (0xC6DA, 'q'),
        (0xC8BB, 'r'),
        (0xC8F6, 's'),
        (0xCBFA, 't'),
        (0xCDDA, 'w'),
        (0xCEF4, 'x'),
        (0xD1B9, 'y'),
        (0xD4D1, 'z'),
    ];

    private const int LastOfFirstLevel = 0xD7F9;

    /// <summary>Read in more than one way, or of the second level.</summary>
    private static readonly FrozenDictionary<char, string> Special = new Dictionary<char, string>
    {
        ['长'] = "cz",
        ['重'] = "zc",
        ['行'] = "xh",
        ['调'] = "dt",
        ['会'] = "hk",
        ['参'] = "cs",
        ['厦'] = "xs",
        ['校'] = "xj",
        ['单'] = "ds",
        ['藏'] = "cz",
        ['传'] = "cz",
        ['率'] = "ls",
        ['种'] = "zc",
        ['车'] = "cj",
        ['乐'] = "ly",
        ['弹'] = "dt",
        ['降'] = "jx",
        ['解'] = "jx",
        ['曾'] = "zc",
        ['朝'] = "zc",
        ['仇'] = "cq",
        ['区'] = "qo",
        ['盛'] = "sc",
        ['石'] = "sd",
        ['提'] = "td",
        ['系'] = "xj",
        ['属'] = "sz",
        ['畜'] = "xc",
        ['宿'] = "sx",
        ['栖'] = "qx",
        ['殡'] = "b",
        ['殓'] = "l",
    }.ToFrozenDictionary();

    private static readonly Encoding National = CodePagesEncodingProvider.Instance.GetEncoding(
        936,
        new EncoderReplacementFallback("?"),
        DecoderFallback.ReplacementFallback
    )!;

    /// <summary>All initials of a character; empty for what is no known Chinese character. Letters and digits are themselves.</summary>
    public static string Of(char character)
    {
        if (char.IsAsciiLetterOrDigit(character))
        {
            return char.ToLowerInvariant(character).ToString();
        }

        if (Special.TryGetValue(character, out var several))
        {
            return several;
        }

        Span<byte> bytes = stackalloc byte[4];
        if (National.GetBytes([character], bytes) != 2)
        {
            return "";
        }

        var code = (bytes[0] << 8) | bytes[1];
        if (code < Rows[0].From || code > LastOfFirstLevel || bytes[1] < 0xA1)
        {
            return "";
        }

        var row = Rows.Length - 1;
        while (Rows[row].From > code)
        {
            row--;
        }

        return Rows[row].Initial.ToString();
    }

    /// <summary>
    /// The initials of a text, character by character. With a character that is read in two ways the text has two spellings; at most
    /// <see cref="MostSpellings"/> are given, the usual reading first.
    /// </summary>
    public static IReadOnlyList<string> SpellingsOf(string text)
    {
        var spellings = new List<string> { "" };
        foreach (var character in text)
        {
            var initials = Of(character);
            if (initials.Length == 0)
            {
                continue;
            }

            var grown = new List<string>();
            foreach (var initial in initials)
            {
                grown.AddRange(spellings.Select(spelling => spelling + initial));
            }

            spellings = grown.Count > MostSpellings ? grown[..MostSpellings] : grown;
        }

        return spellings;
    }

    /// <summary>How many spellings a text may have.</summary>
    public const int MostSpellings = 8;
}
