using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Verification;

/// <summary>A signature field with a value, as the form names it.</summary>
internal sealed record SignedField(string Name, PdfReference Signature, PdfDictionary Dictionary, PdfDictionary? Lock)
{
    private const int MaximumFields = 1000;

    /// <summary>All of a file, in the form's order.</summary>
    /// <exception cref="PdfFormatException">The form is not one, or a signature is not an object of its own.</exception>
    public static IReadOnlyList<SignedField> AllOf(PdfFile file)
    {
        var found = new List<SignedField>();
        if (file.Resolve(file.Catalog["AcroForm"]) is not PdfDictionary form)
        {
            return found;
        }

        var seen = new HashSet<int>();
        Collect(form["Fields"], "");
        return found;

        void Collect(PdfValue? list, string prefix)
        {
            foreach (var item in (file.Resolve(list) as PdfArray)?.Items ?? [])
            {
                if (item is not PdfReference reference || !seen.Add(reference.Number) || seen.Count > MaximumFields)
                {
                    throw new PdfFormatException("the form's fields are not a tree of objects", -1);
                }

                var field = file.Dictionary(reference);
                var name = prefix + ((field["T"] as PdfString)?.ToText() ?? "");
                if (field.NameOf("FT") == "Sig" && field["V"] is { } value)
                {
                    if (found.Any(other => other.Name == name))
                    {
                        throw new PdfFormatException($"the signature {name} stands twice in the form", -1);
                    }

                    found.Add(
                        value is PdfReference signature
                            ? new(
                                name,
                                signature,
                                file.Dictionary(signature),
                                file.Resolve(field["Lock"]) as PdfDictionary
                            )
                            : throw new PdfFormatException("a signature is not an object of its own", -1)
                    );
                }

                Collect(field["Kids"], name + ".");
            }
        }
    }
}
