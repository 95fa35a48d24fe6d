using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Verification;

/// <summary>
/// What a document's signatures forbid to those that follow: its certification (DocMDP, ISO 32000-1 §12.8.2.2) and the locks of
/// its fields (FieldMDP, §12.8.2.4).
/// </summary>
/// <param name="Certification">Object number of the certification signature; 0 when there is none.</param>
/// <param name="Level">1: nothing may change; 2: forms may be filled and signed; 3: notes too, which is not accepted here.</param>
internal sealed record DocumentRules(int Certification, int Level)
{
    private const int Signing = 2;

    /// <exception cref="PdfFormatException">The certification is none of the signatures.</exception>
    public static DocumentRules Of(PdfFile file, IReadOnlyList<SignedField> fields)
    {
        var permissions = file.Resolve(file.Catalog["Perms"]) as PdfDictionary;
        if (permissions?["DocMDP"] is not { } entry)
        {
            return new(0, Signing);
        }

        var certified =
            fields.FirstOrDefault(field =>
                entry is PdfReference reference && field.Signature.Number == reference.Number
            ) ?? throw new PdfFormatException("the certification is no signature of the form", -1);
        var parameters =
            Transform(file, certified, "DocMDP")
            ?? throw new PdfFormatException("the certification does not say what it allows", -1);
        return new(certified.Signature.Number, Allowed(file, parameters));
    }

    /// <summary>True when the document was certified by the revision's end and so allows signing only.</summary>
    public bool IsCertified(PdfFile revision) => Certification != 0 && revision.Places.ContainsKey(Certification);

    /// <summary>True when the field may no longer be signed, because a signature of the revision locks it.</summary>
    public static bool IsLocked(PdfFile revision, string name) =>
        SignedField
            .AllOf(revision)
            .Any(field =>
                Locks(revision, Transform(revision, field, "FieldMDP"), name) || Locks(revision, field.Lock, name)
            );

    /// <summary>True when a signature of the revision locks every field there is.</summary>
    public static bool LocksAll(PdfFile revision) =>
        SignedField.AllOf(revision).Any(field => IsAll(Transform(revision, field, "FieldMDP")) || IsAll(field.Lock));

    private static bool IsAll(PdfDictionary? locks) => locks?.NameOf("Action") == "All";

    private static bool Locks(PdfFile file, PdfDictionary? locks, string name)
    {
        var named = (file.Resolve(locks?["Fields"]) as PdfArray)?.Items.Any(item =>
            item is PdfString text && text.ToText() == name
        );
        return locks?.NameOf("Action") switch
        {
            null => false,
            "All" => true,
            "Include" => named == true,
            "Exclude" => named != true,
            _ => throw new PdfFormatException("a lock of an unknown kind", -1),
        };
    }

    private static int Allowed(PdfFile file, PdfDictionary parameters) =>
        file.Resolve(parameters["P"]) switch
        {
            PdfNull => Signing,
            PdfInteger { Value: 1 or 2 or 3 } level => (int)level.Value,
            _ => throw new PdfFormatException("the certification allows something unknown", -1),
        };

    private static PdfDictionary? Transform(PdfFile file, SignedField field, string method)
    {
        foreach (var item in (file.Resolve(field.Dictionary["Reference"]) as PdfArray)?.Items ?? [])
        {
            if (file.Resolve(item) is PdfDictionary reference && reference.NameOf("TransformMethod") == method)
            {
                return file.Dictionary(reference["TransformParams"]);
            }
        }

        return null;
    }
}
