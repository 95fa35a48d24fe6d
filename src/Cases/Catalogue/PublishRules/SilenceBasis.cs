using Approvals.Kernel;

namespace Approvals.Cases.Catalogue.PublishRules;

/// <summary>超时默许 is for committed items only, because other types decide at once or with others: <c>item.silence-type</c>.</summary>
public sealed class SilenceBasis : IPublishRule
{
    public IEnumerable<Rejection> Check(Item item)
    {
        if (item.Handling?.Silence is not null && item.CaseType != CaseType.Committed)
        {
            yield return Rejection.Of("item.silence-type", ("item", item.Name));
        }
    }
}
