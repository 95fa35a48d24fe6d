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
        new MaterialSamples(),
        new VisitReason(),
        new FeeBasis(),
        new SilenceBasis(),
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

    /// <summary>
    /// The event that takes the item out of the catalogue after <paramref name="last"/>, the last day on which it may be applied for.
    /// Rejected: <c>item.not-published</c>, <c>item.already-withdrawn</c>, <c>item.withdrawn-before-start</c> (before the version holds) and
    /// <c>item.withdrawn-in-the-past</c>, because what was in force yesterday stays so.
    /// </summary>
    public static (ItemWithdrawn? Event, Rejection? Rejection) Withdraw(
        ItemVersion? latest,
        string code,
        DateOnly last,
        DateOnly today
    )
    {
        if (latest is null)
        {
            return (null, Rejection.Of("item.not-published", ("item", code)));
        }

        if (latest.EffectiveUntil is { } already)
        {
            return (
                null,
                Rejection.Of("item.already-withdrawn", ("item", latest.Item.Name), ("day", $"{already:yyyy-MM-dd}"))
            );
        }

        if (last < today)
        {
            return (null, Rejection.Of("item.withdrawn-in-the-past", ("item", latest.Item.Name)));
        }

        return last < latest.EffectiveFrom
            ? (null, Rejection.Of("item.withdrawn-before-start", ("item", latest.Item.Name)))
            : (new ItemWithdrawn(latest.Item.Code, latest.Version, last), null);
    }
}

/// <summary>An item left the catalogue: its version holds for the last time on <see cref="LastDay"/>.</summary>
public sealed record ItemWithdrawn(string Code, int Version, DateOnly LastDay);

/// <summary>A version of an item was published.</summary>
public sealed record ItemPublished(ItemVersion Published);
