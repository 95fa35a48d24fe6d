namespace Approvals.Workflow.Soundness.Nets;

internal enum PlaceRole
{
    /// <summary>A sequence flow: the one kind of place that safeness speaks about.</summary>
    Flow,

    /// <summary>A token inside an element: an activity under way, an element about to start.</summary>
    Position,

    /// <summary>How many tokens an end event has taken; two stand for any number above one.</summary>
    End,

    /// <summary>What the scope remembers besides tokens; a scope is at its end whatever is left here.</summary>
    Memory,
}

/// <summary>A place of a net.</summary>
/// <param name="Shows">Id of the flow or element at which people see the token; null: nowhere.</param>
internal sealed record Place(PlaceRole Role, string? Shows)
{
    public bool HoldsTokens => Role is PlaceRole.Flow or PlaceRole.Position;
}
