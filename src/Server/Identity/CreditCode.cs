namespace Approvals.Server.Identity;

/// <summary>统一社会信用代码, GB 32100-2015: 17 characters and a check character, modulus 31.</summary>
public static class CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public static bool IsValid(string value)
    {
        if (value.Length != 18)
        {
            return false;
        }

        var sum = 0;
        var weight = 1;
        for (var i = 0; i < 17; i++)
        {
            var digit = Alphabet.IndexOf(value[i], StringComparison.Ordinal);
            if (digit < 0)
            {
                return false;
            }

            sum += digit * weight;
            weight = weight * 3 % 31;
        }

        return value[17] == Alphabet[(31 - (sum % 31)) % 31];
    }
}
