using System.Diagnostics.CodeAnalysis;

namespace Approvals.Kernel.Codes;

/// <summary>
/// 统一社会信用代码, GB 32100-2015: registering department, kind, 6 digits of place, the nine characters of an organisation
/// code (GB 11714), one check character. The alphabet leaves out I O S V Z. An instance is always valid, inside and out.
/// </summary>
public sealed record UnifiedCreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private UnifiedCreditCode(string value) => Value = value;

    /// <summary>18 characters in capitals.</summary>
    public string Value { get; }

    /// <summary>Six digits of the place of registration.</summary>
    public string Region => Value[2..8];

    /// <summary>The embedded organisation code, nine characters.</summary>
    public string Organisation => Value[8..17];

    /// <summary>Blanks and small letters are forgiven; nothing else is.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out UnifiedCreditCode? code, out CodeFault fault)
    {
        code = null;
        var value = CodeText.Normalise(text);
        fault = Check(value);
        if (fault != CodeFault.None)
        {
            return false;
        }

        code = new UnifiedCreditCode(value);
        return true;
    }

    public override string ToString() => Value;

    private static CodeFault Check(string value)
    {
        if (value.Length != 18)
        {
            return CodeFault.Length;
        }

        var sum = 0;
        var weight = 1;
        for (var i = 0; i < 17; i++)
        {
            var digit = Alphabet.IndexOf(value[i]);
            if (digit < 0 || (i is >= 2 and < 8 && digit > 9))
            {
                return CodeFault.Character;
            }

            sum += digit * weight;
            weight = weight * 3 % 31;
        }

        if (!Alphabet.Contains(value[17]))
        {
            return CodeFault.Character;
        }

        if (value[17] != Alphabet[(31 - (sum % 31)) % 31])
        {
            return CodeFault.CheckDigit;
        }

        return OrganisationCode.Check(value.AsSpan(8, 9)) == CodeFault.None
            ? CodeFault.None
            : CodeFault.OrganisationCode;
    }
}
