using Approvals.Cases.Catalogue.PublishRules;
using Approvals.Kernel;

namespace Approvals.Cases.Catalogue;

/// <summary>Publishing an item: all rules are asked, so that the editor sees everything at once.</summary>
public static class Publishing
{
    private static readonly IPublishRule[] Rules =
    [
        new CodesWellFormed(),
        new LegalBasisPresent(),
        new PromiseWithinLegalLimit(),
        new CatchAllClause(),
        new MaterialsNamedOnce(),
        new FeeBasis(),
    ];

    /// <summary>Empty when the item may be published.</summary>
    public static IReadOnlyList<Rejection> Check(Item item) => [.. Rules.SelectMany(rule => rule.Check(item))];

    /// <summary>
    /// The event that publishes <paramref name="item"/> after <paramref name="latest"/> (null for a first version), or what
    /// forbids it; beside the rules, <c>item.effective-too-early</c> when the new version would begin before the last one
    /// does, because past guides must stay reproducible.
    /// </summary>
    public static (ItemPublished? Event, IReadOnlyList<Rejection> Rejections) Decide(
        ItemVersion? latest,
        Item item,
        DateOnly effectiveFrom
    )
    {
        var rejections = Check(item).ToList();
        if (latest is not null && effectiveFrom <= latest.EffectiveFrom)
        {
            rejections.Add(Rejection.Of("item.effective-too-early", ("latest", $"{latest.EffectiveFrom:yyyy-MM-dd}")));
        }

        return rejections.Count > 0
            ? (null, rejections)
            : (new ItemPublished(new ItemVersion((latest?.Version ?? 0) + 1, effectiveFrom, item)), []);
    }
}

/// <summary>A version of an item was published.</summary>
public sealed record ItemPublished(ItemVersion Published);
