using Approvals.Kernel;

namespace Approvals.Cases.Catalogue.PublishRules;

/// <summary>No power without a law: <c>item.no-legal-basis</c>; a reference must name its law: <c>item.unnamed-law</c>.</summary>
public sealed class LegalBasisPresent : IPublishRule
{
    public IEnumerable<Rejection> Check(Item item)
    {
        if (item.LegalBasis.Count == 0)
        {
            yield return Rejection.Of("item.no-legal-basis", ("item", item.Name));
        }

        if (item.LegalBasis.Any(basis => string.IsNullOrWhiteSpace(basis.Law)))
        {
            yield return Rejection.Of("item.unnamed-law", ("item", item.Name));
        }
    }
}
