using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Pdf.Writing;

/// <summary>Where new objects of a file go: a document being written, or an update to one that exists.</summary>
public interface IPdfObjects
{
    /// <summary>A number for an object that is given later, for circles.</summary>
    PdfReference Reserve();

    void Set(PdfReference reference, PdfValue value);

    PdfReference Add(PdfValue value);
}
