using System.Text.RegularExpressions;

namespace Approvals.Workflow.Forms;

/// <summary>A rule for a string that the schema names and others know, e.g. the check digit of a national code.</summary>
public interface IFieldCheck
{
    /// <summary>The value of <c>approvals:check</c>: one of <see cref="FieldChecks.Names"/>.</summary>
    string Name { get; }

    bool IsValid(string text);
}

public static class FieldChecks
{
    /// <summary>Unified social credit code (统一社会信用代码, GB 32100).</summary>
    public const string CreditCode = "creditCode";

    /// <summary>Citizen identification number (公民身份号码, GB 11643).</summary>
    public const string CitizenId = "citizenId";

    /// <summary>Mainland telephone number, mobile or fixed.</summary>
    public const string Phone = "phone";

    public static readonly IReadOnlyList<string> Names = [CreditCode, CitizenId, Phone];
}

/// <summary>
/// Mainland telephone numbers: eleven digits of a mobile; area code and seven or eight digits of a fixed line, with an
/// extension if need be; 400 numbers. Spaces and hyphens between groups are welcome, as is +86 in front.
/// </summary>
public sealed partial class PhoneCheck : IFieldCheck
{
    public string Name => FieldChecks.Phone;

    public bool IsValid(string text) => Number().IsMatch(text);

    [GeneratedRegex(
        @"^(?:(?:\+|00)86[ -]?)?(?:1[3-9][0-9](?:[ -]?[0-9]{4}){2}|0[0-9]{2,3}[ -]?[2-9][0-9]{2,3}[ -]?[0-9]{4}(?:(?:-|转)[0-9]{1,6})?|400(?:-?[0-9]{3}-?[0-9]{4}))\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex Number();
}
