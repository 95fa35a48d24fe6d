using System.Text.RegularExpressions;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Forms.Validation;

internal static partial class TextJudge
{
    private static readonly PhoneCheck Phone = new();

    public static Judgement Judge(
        TextField field,
        IReadOnlyList<string> posted,
        IReadOnlyCollection<IFieldCheck> checks
    )
    {
        if (posted.Count > 1)
        {
            return Judgement.Wrong(field, FormErrors.Several);
        }

        // Far beyond any limit: don't even normalise it.
        if (posted.Count == 1 && posted[0].Length > 4 * TextField.MaxLength)
        {
            return Judgement.Wrong(field, FormErrors.TooLong, ("max", field.Longest), ("length", posted[0].Length));
        }

        var text = posted.Count == 0 ? "" : Cleaning.Text(posted[0], field.Multiline);
        if (text is null)
        {
            return Judgement.Wrong(field, FormErrors.Characters);
        }

        return text.Length == 0 ? Judgement.Empty : Bounded(field, text) ?? Shaped(field, text, checks);
    }

    private static Judgement? Bounded(TextField field, string text)
    {
        var length = Cleaning.Length(text);
        return length < field.Shortest
                ? Judgement.Wrong(field, FormErrors.TooShort, ("min", field.Shortest), ("length", length))
            : length > field.Longest
                ? Judgement.Wrong(field, FormErrors.TooLong, ("max", field.Longest), ("length", length))
            : null;
    }

    private static Judgement Shaped(TextField field, string text, IReadOnlyCollection<IFieldCheck> checks)
    {
        // Codes and numbers are typed with a Chinese keyboard, too.
        var value = field.Check is null && field.Format is TextFormat.Any ? text : Cleaning.HalfWidth(text);
        if (field.Check is FieldChecks.CreditCode or FieldChecks.CitizenId)
        {
            value = value.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        }

        if (field.Check is { } name && !CheckNamed(name, checks).IsValid(value))
        {
            return Judgement.Wrong(field, CodeOf(name));
        }

        if (field.Format is TextFormat.Email && !Email().IsMatch(value))
        {
            return Judgement.Wrong(field, FormErrors.Email);
        }

        if (field.Format is TextFormat.Phone && !Phone.IsValid(value) && !International().IsMatch(value))
        {
            return Judgement.Wrong(field, FormErrors.Phone);
        }

        return field.Pattern?.IsMatch(value) == false
            ? Judgement.Wrong(field, FormErrors.Pattern)
            : Judgement.Of(FeelValue.From(value));
    }

    private static IFieldCheck CheckNamed(string name, IReadOnlyCollection<IFieldCheck> checks) =>
        checks.FirstOrDefault(c => c.Name == name)
        ?? (
            name == FieldChecks.Phone
                ? Phone
                : throw new ArgumentException($"No check named {name} was given.", nameof(checks))
        );

    private static string CodeOf(string check) =>
        check switch
        {
            FieldChecks.CreditCode => FormErrors.CreditCode,
            FieldChecks.CitizenId => FormErrors.CitizenId,
            FieldChecks.Phone => FormErrors.Phone,
            _ => throw new ArgumentOutOfRangeException(nameof(check), check, "The reader lets no other through."),
        };

    [GeneratedRegex(
        @"^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex Email();

    [GeneratedRegex(
        @"^(?:\+|00)[1-9](?:[ -]?[0-9]){5,14}\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex International();
}
