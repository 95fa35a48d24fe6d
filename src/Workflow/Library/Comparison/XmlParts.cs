using System.Xml;
using System.Xml.Linq;

namespace Approvals.Workflow.Library.Comparison;

/// <summary>The parts of BPMN and DMN: elements with an id, but for the drawing.</summary>
internal static class XmlParts
{
    private const string Identifier = "id";

    /// <summary>What follows from other elements, or names the program that wrote the file.</summary>
    private static readonly string[] Derived = ["incoming", "outgoing", "exporter", "exporterVersion"];

    public static DocumentParts Of(string xml)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var text = new StringReader(xml);
        using var reader = XmlReader.Create(text, settings);
        var root = XDocument.Load(reader).Root!;
        var parts = root.DescendantsAndSelf().Where(IsPart).Where(element => !IsInDrawing(element)).Select(Read);
        var drawing = root.Elements().Where(IsDrawing).Select(each => each.ToString(SaveOptions.DisableFormatting));
        return new(DocumentParts.Distinct(parts), string.Concat(drawing));
    }

    private static DocumentPart Read(XElement element)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(element, "", facts);
        var name = facts.GetValueOrDefault("name") ?? facts.GetValueOrDefault("label") ?? "";
        return new(element.Attribute(Identifier)!.Value, element.Name.LocalName, name, facts);
    }

    /// <summary>Attributes, text, and what stands inside without an id of its own; of several alike each in its order.</summary>
    private static void Collect(XElement element, string path, Dictionary<string, string> facts)
    {
        foreach (var attribute in element.Attributes())
        {
            var local = attribute.Name.LocalName;
            if (!attribute.IsNamespaceDeclaration && local != Identifier && !Derived.Contains(local))
            {
                Add(facts, path.Length == 0 ? local : $"{path}@{local}", attribute.Value);
            }
        }

        foreach (var child in element.Elements().Where(child => !IsPart(child) && !IsDrawing(child)))
        {
            var local = child.Name.LocalName;
            if (Derived.Contains(local))
            {
                continue;
            }

            var inner =
                local == "extensionElements" ? path
                : path.Length == 0 ? local
                : $"{path}/{local}";
            Collect(child, inner, facts);
            if (!child.HasElements && !string.IsNullOrWhiteSpace(child.Value))
            {
                Add(facts, inner, child.Value.Trim());
            }
            else if (!child.HasElements && !child.HasAttributes)
            {
                Add(facts, inner, "✓");
            }
        }
    }

    private static void Add(Dictionary<string, string> facts, string path, string value) =>
        facts[path] = facts.TryGetValue(path, out var before) ? $"{before}、{value}" : value;

    private static bool IsPart(XElement element) => element.Attribute(Identifier) is { Value.Length: > 0 };

    private static bool IsInDrawing(XElement element) => element.AncestorsAndSelf().Any(IsDrawing);

    private static bool IsDrawing(XElement element) => element.Name.LocalName is "BPMNDiagram" or "DMNDI";
}
