namespace Approvals.Workflow.Library.Comparison;

/// <summary>A document as its parts in the order of the file, and its drawing as one text.</summary>
internal sealed record DocumentParts(IReadOnlyList<DocumentPart> Parts, string Drawing)
{
    public static DocumentParts Of(DocumentKind kind, string content) =>
        kind is DocumentKind.Process or DocumentKind.Decision ? XmlParts.Of(content) : new(JsonParts.Of(content), "");

    /// <summary>Of doubled ids the first counts.</summary>
    public static IReadOnlyList<DocumentPart> Distinct(IEnumerable<DocumentPart> parts) =>
        [.. parts.DistinctBy(part => part.Id, StringComparer.Ordinal)];
}
