using Approvals.Kernel;

namespace Approvals.Cases.Catalogue.PublishRules;

/// <summary>A fee without a published basis is an unlawful fee (行政许可法 art. 58, 59): <c>item.fee-without-basis</c>.</summary>
public sealed class FeeBasis : IPublishRule
{
    public IEnumerable<Rejection> Check(Item item)
    {
        if (item.Fee.Charged && string.IsNullOrWhiteSpace(item.Fee.Basis))
        {
            yield return Rejection.Of("item.fee-without-basis", ("item", item.Name));
        }
    }
}
