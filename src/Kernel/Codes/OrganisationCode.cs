using System.Diagnostics.CodeAnalysis;

namespace Approvals.Kernel.Codes;

/// <summary>
/// 组织机构代码, GB 11714-1997: eight characters 0–9 A–Z and a check character (0–9 or X), with or without the hyphen
/// before it. Today it lives on inside the unified social credit code. An instance is always valid.
/// </summary>
public sealed record OrganisationCode
{
    private static readonly int[] Weights = [3, 7, 9, 10, 5, 8, 4, 2];

    private OrganisationCode(string value) => Value = value;

    /// <summary>Nine characters, no hyphen.</summary>
    public string Value { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out OrganisationCode? code, out CodeFault fault)
    {
        code = null;
        var value = CodeText.Normalise(text);
        if (value.Length == 10 && value[8] == '-')
        {
            value = string.Concat(value.AsSpan(0, 8), value.AsSpan(9));
        }

        fault = Check(value);
        if (fault != CodeFault.None)
        {
            return false;
        }

        code = new OrganisationCode(value);
        return true;
    }

    public override string ToString() => $"{Value[..8]}-{Value[8]}";

    internal static CodeFault Check(ReadOnlySpan<char> value)
    {
        if (value.Length != 9)
        {
            return CodeFault.Length;
        }

        var sum = 0;
        for (var i = 0; i < 8; i++)
        {
            var digit = DigitOf(value[i]);
            if (digit < 0)
            {
                return CodeFault.Character;
            }

            sum += digit * Weights[i];
        }

        if (!char.IsAsciiDigit(value[8]) && value[8] != 'X')
        {
            return CodeFault.Character;
        }

        var check = (11 - (sum % 11)) switch
        {
            10 => 'X',
            11 => '0',
            var digit => (char)('0' + digit),
        };
        return value[8] == check ? CodeFault.None : CodeFault.CheckDigit;
    }

    private static int DigitOf(char character) =>
        character switch
        {
            >= '0' and <= '9' => character - '0',
            >= 'A' and <= 'Z' => character - 'A' + 10,
            _ => -1,
        };
}
