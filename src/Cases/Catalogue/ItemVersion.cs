namespace Approvals.Cases.Catalogue;

/// <summary>An item as published: the version counts up from 1 and holds in civil days from–until, the last one included.</summary>
public sealed record ItemVersion(int Version, DateOnly EffectiveFrom, Item Item, DateOnly? EffectiveUntil = null)
{
    public bool IsEffectiveOn(DateOnly day) => day >= EffectiveFrom && (EffectiveUntil is not { } last || day <= last);
}
