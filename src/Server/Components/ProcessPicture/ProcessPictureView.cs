using Approvals.Server.Components.Steps;

namespace Approvals.Server.Components.ProcessPicture;

/// <summary>
/// A process drawn by the server. The SVG is trusted (made by our own drawing, its texts encoded there), carries
/// <c>role="img"</c> with a sentence, and no style attributes: the page's policy would drop them.
/// </summary>
/// <param name="Steps">Stands in for the picture on a phone; without it the picture scrolls there.</param>
public sealed record ProcessPictureView(string Svg, StepsView? Steps = null, string? Caption = null);
