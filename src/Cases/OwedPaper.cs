namespace Approvals.Cases;

/// <summary>先办后补的材料: a material of the item and the last civil day on which it may be handed in.</summary>
public sealed record OwedPaper(string Material, DateOnly DueOn);
