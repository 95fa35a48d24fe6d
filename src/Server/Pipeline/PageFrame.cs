using Approvals.Server.Components;
using Approvals.Server.Components.Crumb;

namespace Approvals.Server.Pipeline;

/// <summary>What a page tells the layout: its title, where it stands in the navigation, the way to it.</summary>
public sealed class PageFrame
{
    public string Title { get; set; } = string.Empty;

    public PageSection Section { get; set; }

    /// <summary>The address of the navigation entry this page belongs to.</summary>
    public string Current { get; set; } = string.Empty;

    /// <summary>Dense staff pages use the whole width and smaller type.</summary>
    public bool IsStaff => Section is not PageSection.Public;

    public CrumbView? Crumb { get; private set; }

    /// <summary>Shows the way to this page, from the outermost.</summary>
    public void Way(string here, string? hereLanguage, params IReadOnlyList<Link> way) =>
        Crumb = new CrumbView(way, here, hereLanguage);
}

/// <summary>The door a page lies behind; it decides the navigation and the words under the name.</summary>
public enum PageSection
{
    Public,
    Work,
    Supervise,
    Design,
    Catalogue,
}
