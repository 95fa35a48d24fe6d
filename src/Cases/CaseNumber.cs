using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Approvals.Cases;

/// <summary>
/// 办件编号 and 查询号. The number is implementation code (31), day of submission and the centre's sequence of that day, at least
/// four digits; the query number leaves the code out, so it is short enough to say on the telephone.
/// </summary>
/// <param name="Full">31 + 8 + 4 characters, more after the 9,999th case of a day.</param>
/// <param name="Query">Digits only: 202609160037.</param>
public sealed record CaseNumber(string Full, string Query)
{
    public static CaseNumber Of(string implementationCode, DateOnly day, int sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        var query = string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}{sequence:D4}");
        return new(implementationCode + query, query);
    }

    /// <summary>Grouped for people: 2026 0916 0037.</summary>
    public static string Grouped(string query) => $"{query[..4]} {query[4..8]} {query[8..]}";

    /// <summary>Reads what a person types: digits with any blanks or hyphens, with a real day in front.</summary>
    public static bool TryParseQuery(string? text, [NotNullWhen(true)] out string? query)
    {
        query = string.Concat((text ?? "").Where(character => !char.IsWhiteSpace(character) && character != '-'));
        if (
            query.Length is >= 12 and <= 17
            && query.All(char.IsAsciiDigit)
            && DateOnly.TryParseExact(query.AsSpan(0, 8), "yyyyMMdd", out _)
            && query.AsSpan(8).ContainsAnyExcept('0')
        )
        {
            return true;
        }

        query = null;
        return false;
    }
}
