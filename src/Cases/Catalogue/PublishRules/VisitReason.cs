using System.Globalization;
using Approvals.Kernel;

namespace Approvals.Cases.Catalogue.PublishRules;

/// <summary>
/// An item that makes people come says why (必须现场办理原因说明): <c>item.visit-without-reason</c>; one that is done wholly online makes
/// nobody come: <c>item.visits-against-depth</c>.
/// </summary>
public sealed class VisitReason : IPublishRule
{
    public IEnumerable<Rejection> Check(Item item)
    {
        if (item.Listing is not { Visits: > 0 and var visits } listing)
        {
            yield break;
        }

        var times = visits.ToString(CultureInfo.InvariantCulture);
        if (listing.Depth == OnlineDepth.WholeProcess)
        {
            yield return Rejection.Of("item.visits-against-depth", ("item", item.Name), ("visits", times));
        }
        else if (string.IsNullOrWhiteSpace(listing.OnSiteReason))
        {
            yield return Rejection.Of("item.visit-without-reason", ("item", item.Name), ("visits", times));
        }
    }
}
