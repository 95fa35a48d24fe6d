using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Pdf.Writing;

/// <summary>A rectangle on a page in points from the page's top left corner; pages count from zero.</summary>
public sealed record PageArea(int Page, double X, double Y, double Width, double Height)
{
    internal PdfArray ToRectangle(double pageHeight) =>
        PdfArray.OfNumbers(X, pageHeight - Y - Height, X + Width, pageHeight - Y);
}
