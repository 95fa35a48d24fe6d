using System.Text.RegularExpressions;
using Approvals.Cases.Handling;
using Approvals.Kernel.Codes;
using Approvals.Server.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Approvals.Server.Pages.Work.Window;

/// <summary>Whom the clerk serves: identity number and credit code are checked by their check characters (GB 11643, GB 32100).</summary>
public sealed partial class ServedForm
{
    private const int LongestName = 60;

    public Guid CommandId { get; set; } = Guid.NewGuid();

    public string? Item { get; set; }

    public string? Name { get; set; }

    public string? CitizenId { get; set; }

    public string? Phone { get; set; }

    public string? Organisation { get; set; }

    public string? CreditCode { get; set; }

    public void Check(ModelStateDictionary state, ITexts texts)
    {
        Demand(!string.IsNullOrWhiteSpace(Item), nameof(Item), "window.item-missing");
        Demand(Trimmed(Name).Length is > 1 and <= LongestName, nameof(Name), "account.real-name-missing");
        Demand(
            Approvals.Kernel.Codes.CitizenId.TryParse(Upper(CitizenId), out _, out _),
            nameof(CitizenId),
            "account.citizen-id-wrong"
        );
        Demand(MobileNumber().IsMatch(Upper(Phone)), nameof(Phone), "account.phone-wrong");
        if (Trimmed(Organisation).Length > 0 || Trimmed(CreditCode).Length > 0)
        {
            Demand(Trimmed(Organisation).Length > 1, nameof(Organisation), "window.organisation-missing");
            Demand(
                UnifiedCreditCode.TryParse(Upper(CreditCode), out _, out _),
                nameof(CreditCode),
                "account.credit-code-wrong"
            );
        }

        void Demand(bool holds, string field, string words)
        {
            if (!holds)
            {
                state.AddModelError("Form." + field, texts[words].Plain);
            }
        }
    }

    public PersonDetails ToDetails() =>
        new(
            Trimmed(Name),
            Upper(Phone),
            Upper(CitizenId),
            null,
            Trimmed(Organisation) is { Length: > 0 } organisation ? organisation : null,
            Upper(CreditCode) is { Length: > 0 } code ? code : null
        );

    private static string Trimmed(string? value) => value?.Trim() ?? string.Empty;

    private static string Upper(string? value) =>
        Trimmed(value).Replace(" ", string.Empty, StringComparison.Ordinal).ToUpperInvariant();

    [GeneratedRegex("^1[3-9][0-9]{9}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex MobileNumber();
}
