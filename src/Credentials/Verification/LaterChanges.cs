using Approvals.Credentials.Pdf.Reading;
using Approvals.Credentials.Pdf.Syntax;

namespace Approvals.Credentials.Verification;

/// <summary>
/// What revisions after a signature changed. Filling an empty signature field, adding a signature field and adding validation
/// data (DSS) are harmless; everything else is a fault with code <c>document.changed</c>, also an object that appears where the
/// signed revision pointed at nothing.
/// </summary>
internal static class LaterChanges
{
    public static IEnumerable<Finding> Between(PdfFile signed, PdfFile now)
    {
        if (signed.Root.Number != now.Root.Number)
        {
            yield return Changed("the catalog was replaced");
            yield break;
        }

        var context = new Context(signed, now);
        foreach (var (number, place) in now.Places)
        {
            var existed = signed.Places.TryGetValue(number, out var before);
            if (existed && before == place)
            {
                continue;
            }

            if (!existed)
            {
                if (context.Referenced.Contains(number))
                {
                    yield return Changed($"object {number} fills a place the signed revision left empty");
                }
            }
            else if (!context.IsHarmless(number))
            {
                yield return Changed($"object {number} was changed");
            }
        }
    }

    private static Finding Changed(string detail) => new("document.changed", detail + ".");

    private sealed class Context
    {
        private readonly PdfFile signed;
        private readonly PdfFile now;
        private readonly HashSet<int> pages;
        private readonly HashSet<int> emptyFields;
        private readonly int form;

        public Context(PdfFile signed, PdfFile now)
        {
            (this.signed, this.now) = (signed, now);
            pages = [.. signed.Pages().Select(page => page.Number)];
            form = (signed.Catalog["AcroForm"] as PdfReference)?.Number ?? 0;
            var fields = signed.Resolve((signed.Resolve(signed.Catalog["AcroForm"]) as PdfDictionary)?["Fields"]);
            emptyFields =
            [
                .. ((fields as PdfArray)?.Items ?? [])
                    .OfType<PdfReference>()
                    .Where(field => IsSignatureField(signed, field) && signed.Dictionary(field)["V"] is null)
                    .Select(field => field.Number),
            ];
            Referenced = [];
            foreach (var number in signed.Places.Keys)
            {
                CollectReferences(signed.Object(number));
            }
        }

        /// <summary>Every object number the signed revision points at.</summary>
        public HashSet<int> Referenced { get; }

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
                return OnlyDiffer(old, changed, "AcroForm", "DSS", "Extensions")
                    && FormIsHarmless(signed.Resolve(old["AcroForm"]), now.Resolve(changed["AcroForm"]));
            }

            if (number == form)
            {
                return FormIsHarmless(old, changed);
            }

            if (pages.Contains(number))
            {
                return OnlyDiffer(old, changed, "Annots") && OnlySignatureFieldsAdded(old["Annots"], changed["Annots"]);
            }

            return emptyFields.Contains(number) && OnlyDiffer(old, changed, "V", "AP");
        }

        private bool FormIsHarmless(PdfValue before, PdfValue after) =>
            after is PdfDictionary changed
            && before is PdfDictionary or PdfNull
            && OnlyDiffer(before as PdfDictionary ?? new(), changed, "Fields", "SigFlags")
            && OnlySignatureFieldsAdded((before as PdfDictionary)?["Fields"], changed["Fields"]);

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
                    );
        }

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
}
