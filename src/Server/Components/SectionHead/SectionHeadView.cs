using Microsoft.AspNetCore.Html;

namespace Approvals.Server.Components.SectionHead;

/// <summary>The head under a section's 文武线: put it first inside <c>&lt;section class="ww"&gt;</c>.</summary>
/// <param name="Note">A quiet remark on the right.</param>
public sealed record SectionHeadView(string Title, IHtmlContent? Note = null, Link? More = null, string? Id = null);
