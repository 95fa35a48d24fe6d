using Approvals.Credentials.Pdf.Drawing;
using Approvals.Credentials.Pdf.Writing;

namespace Approvals.Credentials.Signing;

/// <summary>
/// Which field is signed and what it says.
/// </summary>
/// <param name="Field">An empty signature field of the document, or the name of a new one.</param>
/// <param name="At">The claimed instant (M), with the offset it is to be shown in; not proof of time.</param>
/// <param name="Area">Where a new field goes; null makes it invisible. An existing field keeps its place.</param>
/// <param name="Appearance">What is seen; null leaves the field blank.</param>
/// <param name="ReservedBytes">Room for the CMS with its timestamp.</param>
/// <param name="Certifies">
/// True for the first signature of a document that others are to follow: from then on only signing is allowed (DocMDP, level 2;
/// ISO 32000-1 §12.8.2.2).
/// </param>
public sealed record SignatureRequest(
    string Field,
    DateTimeOffset At,
    PageArea? Area = null,
    ISignatureAppearance? Appearance = null,
    string? Reason = null,
    string? Location = null,
    string? SignerName = null,
    int ReservedBytes = 8192,
    bool Certifies = false
);

/// <summary>The picture of a signature.</summary>
public interface ISignatureAppearance
{
    /// <summary>Draws into a canvas of the field's size.</summary>
    void Draw(PdfCanvas canvas);
}
