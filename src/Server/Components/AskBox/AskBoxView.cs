using Microsoft.AspNetCore.Html;

namespace Approvals.Server.Components.AskBox;

/// <summary>The one thing asked of the reader now; absent when nothing is asked.</summary>
/// <param name="When">请您在 10 月 14 日前做一件事</param>
/// <param name="Actions">The buttons or forms, at most one primary.</param>
public sealed record AskBoxView(string Title, IHtmlContent When, IHtmlContent Words, IHtmlContent? Actions = null);
