namespace Approvals.Server.Components.DraftSaved;

/// <summary>What was typed is kept: when it was saved last, and how long it stays.</summary>
public sealed record DraftSavedView(DateTimeOffset SavedAt, DateOnly KeptUntil);
