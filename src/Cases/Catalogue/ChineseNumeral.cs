using System.Text;

namespace Approvals.Cases.Catalogue;

/// <summary>Numbers as laws count their articles: 十, 三十八, 一百零四, 一千二百六十.</summary>
public static class ChineseNumeral
{
    private const string Digits = "零一二三四五六七八九";
    private static readonly (int Value, char Name)[] Places = [(1000, '千'), (100, '百'), (10, '十')];

    /// <summary>From 1 to 9999.</summary>
    public static string Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 9999);
        var text = new StringBuilder();
        var skipped = false;
        foreach (var (value, name) in Places)
        {
            var digit = number / value % 10;
            if (digit == 0)
            {
                skipped = text.Length > 0;
                continue;
            }

            // 十八, not 一十八, where nothing stands before it.
            _ = (skipped, value == 10 && digit == 1 && text.Length == 0) switch
            {
                (true, _) => text.Append('零').Append(Digits[digit]).Append(name),
                (_, true) => text.Append(name),
                _ => text.Append(Digits[digit]).Append(name),
            };
            skipped = false;
        }

        if (number % 10 is > 0 and var ones)
        {
            text.Append(skipped ? "零" : "").Append(Digits[ones]);
        }

        return text.ToString();
    }
}
