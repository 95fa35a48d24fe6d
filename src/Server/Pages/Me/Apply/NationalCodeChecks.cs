using Approvals.Kernel.Codes;
using Approvals.Workflow.Forms;

namespace Approvals.Server.Pages.Me.Apply;

/// <summary>The checks of national codes that forms may name: their check digits, not their existence.</summary>
public static class NationalCodeChecks
{
    public static readonly IReadOnlyCollection<IFieldCheck> All = [new CreditCodeCheck(), new CitizenIdCheck()];

    private sealed class CreditCodeCheck : IFieldCheck
    {
        public string Name => FieldChecks.CreditCode;

        public bool IsValid(string text) => UnifiedCreditCode.TryParse(text, out _, out _);
    }

    private sealed class CitizenIdCheck : IFieldCheck
    {
        public string Name => FieldChecks.CitizenId;

        public bool IsValid(string text) => CitizenId.TryParse(text, out _, out _);
    }
}
