using System.Text.RegularExpressions;
using Approvals.Kernel;
using Approvals.Kernel.Codes;
using Approvals.Server.Identity;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Approvals.Server.Pages.Account.Register;

/// <summary>What a new applicant fills in, and what must hold of it.</summary>
public sealed partial class RegisterForm
{
    private const int ShortestName = 2;
    private const int LongestName = 60;
    private const int LongestPassword = 128;

    public Guid CommandId { get; set; }

    public ApplicantKind Kind { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Identifier { get; set; }

    public string? Password { get; set; }

    /// <summary>The field that a rejection of the registration is about; empty for the whole form.</summary>
    public static string FieldOf(Rejection rejection) =>
        rejection.Code switch
        {
            "account.phone-taken" => "Form.Phone",
            "account.password-weak" or "account.password-guessable" => "Form.Password",
            _ => string.Empty,
        };

    public void Check(ModelStateDictionary state, ITexts texts)
    {
        if (Trimmed(Name).Length is < ShortestName or > LongestName)
        {
            state.AddModelError("Form.Name", texts["account.real-name-missing"].Plain);
        }

        if (!MobileNumber().IsMatch(Digits(Phone)))
        {
            state.AddModelError("Form.Phone", texts["account.phone-wrong"].Plain);
        }

        var isPerson = Kind is ApplicantKind.NaturalPerson;
        if (
            !(
                isPerson
                    ? CitizenId.TryParse(Identifier, out _, out _)
                    : UnifiedCreditCode.TryParse(Identifier, out _, out _)
            )
        )
        {
            var words = texts[isPerson ? "account.citizen-id-wrong" : "account.credit-code-wrong"];
            state.AddModelError("Form.Identifier", words.Plain);
        }

        if (string.IsNullOrEmpty(Password) || Password.Length > LongestPassword)
        {
            state.AddModelError("Form.Password", texts["account.password-missing"].Plain);
        }
    }

    public NewApplicant ToApplicant() => new(CommandId, Kind, Trimmed(Name), Digits(Phone), Upper(Identifier));

    private static string Trimmed(string? value) => value?.Trim() ?? string.Empty;

    private static string Digits(string? value) =>
        Trimmed(value)
            .Replace(" ", string.Empty, StringComparison.Ordinal)
            .Replace("-", string.Empty, StringComparison.Ordinal);

    private static string Upper(string? value) => Digits(value).ToUpperInvariant();

    [GeneratedRegex("^1[3-9][0-9]{9}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex MobileNumber();
}
