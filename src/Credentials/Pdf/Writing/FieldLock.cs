using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Pdf.Writing;

/// <summary>
/// Which fields may no longer change once a signature is there (ISO 32000-1 §12.7.4.5, SigFieldLock).
/// </summary>
/// <param name="Fields">Names; null locks all.</param>
public sealed record FieldLock(IReadOnlyList<string>? Fields)
{
    public static readonly FieldLock All = new(Fields: null);

    internal PdfDictionary ToDictionary()
    {
        var dictionary = new PdfDictionary
        {
            ["Type"] = new PdfName("SigFieldLock"),
            ["Action"] = new PdfName(Fields is null ? "All" : "Include"),
        };
        if (Fields is not null)
        {
            dictionary["Fields"] = new PdfArray(Fields.Select(PdfString.OfText));
        }

        return dictionary;
    }
}
