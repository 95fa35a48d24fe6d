using System.Diagnostics.CodeAnalysis;

namespace Approvals.Kernel.Codes;

/// <summary>
/// 公民身份号码, GB 11643-1999: 6 digits of place, 8 of birth date, 3 of sequence (odd for men), one check character by
/// ISO 7064 MOD 11-2. An instance is always valid. Personal data: never write one into an event or a log.
/// </summary>
public sealed record CitizenId
{
    private const string CheckCharacters = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly DateOnly EarliestBirth = new(1880, 1, 1);

    private CitizenId(string value, DateOnly birthDate)
    {
        Value = value;
        BirthDate = birthDate;
    }

    /// <summary>18 characters, the last a digit or a capital X.</summary>
    public string Value { get; }

    public DateOnly BirthDate { get; }

    /// <summary>Six digits of the place where the number was given out.</summary>
    public string Region => Value[..6];

    public bool IsMale => (Value[16] - '0') % 2 == 1;

    /// <summary>The number as pages show it: first four and last four characters.</summary>
    public string Masked => string.Concat(Value.AsSpan(0, 4), "**********", Value.AsSpan(14));

    /// <summary>Blanks around and inside and a small x are forgiven; nothing else is.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CitizenId? id, out CodeFault fault)
    {
        id = null;
        var value = CodeText.Normalise(text);
        fault = Check(value, out var birthDate);
        if (fault != CodeFault.None)
        {
            return false;
        }

        id = new CitizenId(value, birthDate);
        return true;
    }

    public override string ToString() => Masked;

    private static CodeFault Check(string value, out DateOnly birthDate)
    {
        birthDate = default;
        if (value.Length != 18)
        {
            return CodeFault.Length;
        }

        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            if (!char.IsAsciiDigit(value[i]))
            {
                return CodeFault.Character;
            }

            sum += (value[i] - '0') * Weights[i];
        }

        if (!char.IsAsciiDigit(value[17]) && value[17] != 'X')
        {
            return CodeFault.Character;
        }

        if (!DateOnly.TryParseExact(value.AsSpan(6, 8), "yyyyMMdd", out birthDate) || birthDate < EarliestBirth)
        {
            return CodeFault.BirthDate;
        }

        return value[17] == CheckCharacters[sum % 11] ? CodeFault.None : CodeFault.CheckDigit;
    }
}
