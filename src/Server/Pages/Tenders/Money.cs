using System.Globalization;

namespace Approvals.Server.Pages.Tenders;

/// <summary>Fen as yuan, with separators and two decimals, and back.</summary>
public static class Money
{
    public static string Yuan(long fen) => (fen / 100m).ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>Null when the text is no amount with two decimals at most.</summary>
    public static long? Fen(string? text) =>
        decimal.TryParse(
            text?.Replace(",", "", StringComparison.Ordinal),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var yuan
        )
        && yuan < 10_000_000_000_000m
        && decimal.Truncate(yuan * 100) == yuan * 100
            ? (long)(yuan * 100)
            : null;
}
