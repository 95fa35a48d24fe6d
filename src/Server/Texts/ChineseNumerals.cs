using System.Text;

namespace Approvals.Server.Texts;

/// <summary>Numbers as laws and documents write them: 四, 十二, 二十, 一百零五.</summary>
public static class ChineseNumerals
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>1 to 9999; others are written in figures.</summary>
    public static string Of(int number)
    {
        if (number is < 1 or > 9999)
        {
            return number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var words = new StringBuilder();
        var isGap = false;
        foreach (var (unit, name) in new[] { (1000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = number / unit % 10;
            if (digit == 0)
            {
                isGap = words.Length > 0;
                continue;
            }

            if (isGap)
            {
                words.Append('零');
                isGap = false;
            }

            var isBareTen = unit == 10 && digit == 1 && words.Length == 0;
            words.Append(isBareTen ? string.Empty : Digits[digit]).Append(name);
        }

        return words.ToString();
    }
}
