using Microsoft.AspNetCore.Html;

namespace Approvals.Server.Components.EmptyState;

/// <summary>There is nothing here, and what one can do about it.</summary>
public sealed record EmptyStateView(string Title, IHtmlContent Words, params IReadOnlyList<Link> Actions);
