using System.Text.RegularExpressions;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Forms.Validation;

/// <summary>Numbers as people type them: full-width digits, commas between groups of three; kept exactly.</summary>
internal static partial class NumberJudge
{
    public static Judgement Judge(NumberField field, IReadOnlyList<string> posted)
    {
        if (posted.Count > 1)
        {
            return Judgement.Wrong(field, FormErrors.Several);
        }

        var text = posted.Count == 0 ? "" : Cleaning.HalfWidth(posted[0]);
        if (text.Length == 0)
        {
            return Judgement.Empty;
        }

        if (text.Length > 100 || !Typed().IsMatch(text))
        {
            return Judgement.Wrong(field, FormErrors.Number);
        }

        var plain = text.Replace(",", "", StringComparison.Ordinal).TrimStart('+');
        var digits = plain.Where(char.IsAsciiDigit).SkipWhile(c => c == '0').Count();
        return digits > FeelNumber.Precision || !FeelNumber.TryParse(plain, out var number)
            ? Judgement.Wrong(field, FormErrors.NumberDigits, ("digits", FeelNumber.Precision))
            : Bounded(field, number, plain);
    }

    private static Judgement Bounded(NumberField field, FeelNumber number, string plain)
    {
        var canonical = number.ToString();
        var point = canonical.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : canonical.Length - point - 1;
        return decimals > field.DecimalDigits
            ? field.DecimalDigits == 0
                ? Judgement.Wrong(field, FormErrors.WholeNumber)
                : Judgement.Wrong(field, FormErrors.Decimals, ("digits", field.DecimalDigits))
            : field.Min is { } min && number < min
                ? Judgement.Wrong(field, FormErrors.TooSmall, ("min", min))
                : field.Max is { } max && number > max
                    ? Judgement.Wrong(field, FormErrors.TooLarge, ("max", max))
                    : Judgement.Of(field.AsText ? FeelValue.From(plain) : FeelValue.From(number));
    }

    [GeneratedRegex(
        @"^[+-]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex Typed();
}
