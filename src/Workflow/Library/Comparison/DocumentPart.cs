namespace Approvals.Workflow.Library.Comparison;

/// <summary>
/// One thing of a document that has an id: an element of a process, a rule of a decision table, a field of a form. What it says of itself
/// and what stands inside it without an id are its facts, by path (<c>name</c>, <c>taskDefinition@type</c>, <c>validate.required</c>).
/// </summary>
/// <param name="Kind">The local name of the element or the type of the field.</param>
public sealed record DocumentPart(string Id, string Kind, string Name, IReadOnlyDictionary<string, string> Facts);

/// <summary>A fact that differs; null where there is none.</summary>
public sealed record FactChange(string Path, string? Old, string? New);

/// <summary>A part that both have, with what differs.</summary>
public sealed record PartChange(DocumentPart Old, DocumentPart New, IReadOnlyList<FactChange> Facts);

/// <summary>What became of a document, by the ids of its parts.</summary>
/// <param name="DrawingChanged">Shapes were moved; nothing else follows from that.</param>
public sealed record DocumentComparison(
    IReadOnlyList<DocumentPart> Added,
    IReadOnlyList<DocumentPart> Removed,
    IReadOnlyList<PartChange> Changed,
    bool DrawingChanged
)
{
    public bool IsSame => Added.Count + Removed.Count + Changed.Count == 0 && !DrawingChanged;

    /// <summary>Both contents are documents of the kind.</summary>
    public static DocumentComparison Of(DocumentKind kind, string old, string @new)
    {
        var (before, after) = (DocumentParts.Of(kind, old), DocumentParts.Of(kind, @new));
        var left = before.Parts.ToDictionary(part => part.Id, StringComparer.Ordinal);
        var right = after.Parts.ToDictionary(part => part.Id, StringComparer.Ordinal);
        return new(
            [.. after.Parts.Where(part => !left.ContainsKey(part.Id))],
            [.. before.Parts.Where(part => !right.ContainsKey(part.Id))],
            [
                .. from part in after.Parts
                where left.ContainsKey(part.Id)
                let change = Compare(left[part.Id], part)
                where change.Facts.Count > 0
                select change,
            ],
            before.Drawing != after.Drawing
        );
    }

    private static PartChange Compare(DocumentPart old, DocumentPart @new) =>
        new(
            old,
            @new,
            [
                .. from path in old.Facts.Keys.Union(@new.Facts.Keys, StringComparer.Ordinal)
                let before = old.Facts.GetValueOrDefault(path)
                let after = @new.Facts.GetValueOrDefault(path)
                where before != after
                select new FactChange(path, before, after),
            ]
        );
}
