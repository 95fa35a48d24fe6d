namespace Approvals.Server.Components.Crumb;

/// <summary>The way to this page; <see cref="Here"/> is the page itself and no link.</summary>
public sealed record CrumbView(IReadOnlyList<Link> Way, string Here, string? HereLanguage = null);
