using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Verification;

/// <summary>Compares the objects of a signed revision with those of the whole file, kind by kind.</summary>
internal sealed class RevisionComparison
{
    private readonly PdfFile signed;
    private readonly PdfFile now;
    private readonly DocumentRules rules;
    private readonly HashSet<int> pages;
    private readonly Dictionary<int, string> emptyFields;
    private readonly HashSet<int> addedFields = [];
    private readonly int form;
    private readonly bool isCertified;
    private readonly bool isLocked;

    public RevisionComparison(PdfFile signed, PdfFile now, DocumentRules rules)
    {
        (this.signed, this.now, this.rules) = (signed, now, rules);
        pages = [.. signed.Pages().Select(page => page.Number)];
        form = (signed.Catalog["AcroForm"] as PdfReference)?.Number ?? 0;
        var fields = signed.Resolve((signed.Resolve(signed.Catalog["AcroForm"]) as PdfDictionary)?["Fields"]);
        emptyFields = ((fields as PdfArray)?.Items ?? [])
            .OfType<PdfReference>()
            .Where(field => IsSignatureField(signed, field) && signed.Dictionary(field)["V"] is null)
            .ToDictionary(field => field.Number, field => (signed.Dictionary(field)["T"] as PdfString)?.ToText() ?? "");
        isCertified = rules.IsCertified(signed);
        isLocked = DocumentRules.LocksAll(signed);
        foreach (var number in signed.Places.Keys)
        {
            CollectReferences(signed.Object(number));
        }
    }

    /// <summary>Every object number the signed revision points at.</summary>
    public HashSet<int> Referenced { get; } = [];

    public List<LaterChange> Changes { get; } = [];

    public List<Finding> Faults { get; } = [];

    public void Forbid(string code, string detail)
    {
        Changes.Add(new(LaterChangeKind.Forbidden, detail));
        Faults.Add(new(code, detail + "."));
    }

    /// <summary>True when the change is none, is allowed, or was reported as one that is not.</summary>
    public bool IsHarmless(int number)
    {
        var (before, after) = (signed.Object(number), now.Object(number));
        if (Same(before, after))
        {
            return true;
        }

        if (before is not PdfDictionary old || after is not PdfDictionary changed)
        {
            return false;
        }

        if (number == signed.Root.Number)
        {
            return CatalogIsHarmless(old, changed);
        }

        if (number == form)
        {
            return FormIsHarmless(old, changed);
        }

        if (pages.Contains(number))
        {
            return OnlyDiffer(old, changed, "Annots") && OnlySignatureFieldsAdded(old["Annots"], changed["Annots"]);
        }

        return emptyFields.TryGetValue(number, out var name) && FieldIsHarmless(name, old, changed);
    }

    private bool CatalogIsHarmless(PdfDictionary old, PdfDictionary changed)
    {
        if (
            !OnlyDiffer(old, changed, "AcroForm", "DSS", "Extensions")
            || !FormIsHarmless(signed.Resolve(old["AcroForm"]), now.Resolve(changed["AcroForm"]))
        )
        {
            return false;
        }

        if (!Same(old["DSS"], changed["DSS"]))
        {
            Changes.Add(new(LaterChangeKind.ValidationDataAdded, "DSS"));
        }

        return true;
    }

    private bool FormIsHarmless(PdfValue before, PdfValue after) =>
        after is PdfDictionary changed
        && before is PdfDictionary or PdfNull
        && OnlyDiffer(before as PdfDictionary ?? new(), changed, "Fields", "SigFlags")
        && OnlySignatureFieldsAdded((before as PdfDictionary)?["Fields"], changed["Fields"]);

    /// <summary>An empty field may be signed, with the picture of that signature, and in no other way be changed.</summary>
    private bool FieldIsHarmless(string name, PdfDictionary old, PdfDictionary changed)
    {
        if (!OnlyDiffer(old, changed, "V", "AP") || changed["V"] is null)
        {
            return false;
        }

        if ((isCertified && rules.Level < 2) || DocumentRules.IsLocked(signed, name))
        {
            Forbid("document.locked", $"the field {name} was locked and is signed");
        }
        else
        {
            Changes.Add(new(LaterChangeKind.FieldSigned, name));
        }

        return true;
    }

    private bool OnlySignatureFieldsAdded(PdfValue? before, PdfValue? after)
    {
        var old = (signed.Resolve(before) as PdfArray)?.Items ?? [];
        var changed = (now.Resolve(after) as PdfArray)?.Items ?? [];
        return changed.Count >= old.Count
            && old.Zip(changed).All(pair => Same(pair.First, pair.Second))
            && changed
                .Skip(old.Count)
                .All(item =>
                    item is PdfReference reference
                    && !signed.Places.ContainsKey(reference.Number)
                    && IsSignatureField(now, reference)
                    && Added(reference)
                );
    }

    /// <summary>A timestamp may always be added, as long as it shows nothing; another field only before a certification or lock.</summary>
    private bool Added(PdfReference reference)
    {
        if (!addedFields.Add(reference.Number))
        {
            return true;
        }

        var field = now.Dictionary(reference);
        var name = (field["T"] as PdfString)?.ToText() ?? "";
        var isTimestamp = now.Resolve(field["V"]) is PdfDictionary value && value.NameOf("Type") == "DocTimeStamp";
        if (isTimestamp && ShowsNothing(field))
        {
            Changes.Add(new(LaterChangeKind.TimestampAdded, name));
        }
        else if (isTimestamp || isCertified || isLocked)
        {
            Forbid("document.locked", $"the field {name} was added although fields were locked");
        }
        else
        {
            Changes.Add(new(field["V"] is null ? LaterChangeKind.FieldAdded : LaterChangeKind.FieldSigned, name));
        }

        return true;
    }

    private bool ShowsNothing(PdfDictionary field) =>
        now.Resolve(field["Rect"]) is PdfArray { Items: [var left, var bottom, var right, var top] }
        && Same(left, right)
        && Same(bottom, top);

    private static bool IsSignatureField(PdfFile file, PdfReference reference) =>
        file.Resolve(reference) is PdfDictionary field
        && field.NameOf("FT") == "Sig"
        && field.NameOf("Subtype") == "Widget";

    private static bool OnlyDiffer(PdfDictionary before, PdfDictionary after, params ReadOnlySpan<string> allowed)
    {
        foreach (var name in before.Entries.Keys.Union(after.Entries.Keys, StringComparer.Ordinal))
        {
            if (!allowed.Contains(name) && !Same(before[name], after[name]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Same(PdfValue? before, PdfValue? after) => Bytes(before).SequenceEqual(Bytes(after));

    private static ReadOnlySpan<byte> Bytes(PdfValue? value) =>
        new PdfOutput().Value(value ?? PdfNull.Instance).Written;

    private void CollectReferences(PdfValue value)
    {
        switch (value)
        {
            case PdfReference reference:
                Referenced.Add(reference.Number);
                break;
            case PdfArray array:
                array.Items.ForEach(CollectReferences);
                break;
            case PdfDictionary dictionary:
                foreach (var entry in dictionary.Entries.Values)
                {
                    CollectReferences(entry);
                }

                break;
            case PdfStream stream:
                CollectReferences(stream.Dictionary);
                break;
            default:
                break;
        }
    }
}
