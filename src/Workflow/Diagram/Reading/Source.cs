using Approvals.Workflow.Bpmn.Writing;

namespace Approvals.Workflow.Diagram.Reading;

/// <summary>What the pieces of a BPMN document say, read leniently: references without prefix, texts of bounded length.</summary>
internal static class Source
{
    private const int MaxName = 400;
    private const int MaxText = 2_000;

    public static string Name(this ElementNode element) => Cut(element["name"] ?? "", MaxName);

    public static string LongText(this ElementNode element) => Cut(element.Text, MaxText);

    public static bool Is(this ElementNode element, string attribute) => element[attribute]?.Trim() is "true" or "1";

    public static bool IsNot(this ElementNode element, string attribute) =>
        element[attribute]?.Trim() is "false" or "0";

    /// <summary>The id an attribute refers to; null when it isn't there.</summary>
    public static string? Reference(this ElementNode element, string attribute) =>
        element[attribute] is { } value ? WithoutPrefix(value) : null;

    /// <summary>The ids that child elements of a name refer to.</summary>
    public static IEnumerable<string> References(this ElementNode element, string child) =>
        element.Bpmn(child).Select(each => WithoutPrefix(each.Text));

    public static IEnumerable<ElementNode> Bpmn(this ElementNode element, string child) =>
        element.Elements.Where(each => each.Is(BpmnNames.Model, child));

    /// <summary>References are QNames, ids have no colon.</summary>
    private static string WithoutPrefix(string reference) =>
        Cut(reference.Trim(), MaxName) is var text ? text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..] : "";

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
