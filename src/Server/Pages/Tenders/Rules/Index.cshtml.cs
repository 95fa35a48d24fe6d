using Approvals.Bidding.Rules;
using Approvals.Server.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Approvals.Server.Pages.Tenders.Rules;

/// <summary>招投标规则: every rule that the platform computes with, with its article and whether the statute's text was checked.</summary>
public sealed class IndexModel(Platform platform) : PageModel
{
    public IReadOnlyCollection<TenderRule> Rules => platform.Tenders.Store.Rules.All;
}
