using System.Globalization;
using Approvals.Kernel;

namespace Approvals.Cases.Catalogue.PublishRules;

/// <summary>
/// A promise may shorten the law, never stretch it: <c>item.promise-beyond-law</c> with <c>promised</c> and <c>legal</c>;
/// <c>item.no-limit</c> when a limit is no number of working days; <c>item.immediate-promise</c> when an immediate item
/// promises anything but the same visit.
/// </summary>
public sealed class PromiseWithinLegalLimit : IPublishRule
{
    public IEnumerable<Rejection> Check(Item item)
    {
        var (legal, promised) = (item.Limits.LegalDays, item.Limits.PromisedDays);
        if (legal < 1 || promised < 0 || (promised == 0 && item.CaseType != CaseType.Immediate))
        {
            yield return Rejection.Of("item.no-limit", ("item", item.Name));
        }

        if (promised > legal)
        {
            yield return Rejection.Of(
                "item.promise-beyond-law",
                ("promised", promised.ToString(CultureInfo.InvariantCulture)),
                ("legal", legal.ToString(CultureInfo.InvariantCulture))
            );
        }

        if (item.CaseType == CaseType.Immediate && promised > 0)
        {
            yield return Rejection.Of("item.immediate-promise", ("item", item.Name));
        }
    }
}
