namespace Approvals.Server.Components;

/// <summary>A link as a component shows it. <see cref="Language"/> is set when the words are data in another language.</summary>
public sealed record Link(string Href, string Words, string? Language = null);
