namespace Approvals.Server.Identity;

/// <summary>公民身份号码, GB 11643-1999: 17 digits and a check character of ISO 7064 MOD 11-2.</summary>
public static class CitizenId
{
    private const string Checks = "10X98765432";
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Format, date of birth and check character; not whether the number was ever given out.</summary>
    public static bool IsValid(string value)
    {
        if (value.Length != 18 || !value.AsSpan(0, 17).ContainsOnlyDigits())
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += (value[i] - '0') * Weights[i];
        }

        return char.ToUpperInvariant(value[17]) == Checks[sum % 11]
            && DateOnly.TryParseExact(value.AsSpan(6, 8), "yyyyMMdd", out _);
    }

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
