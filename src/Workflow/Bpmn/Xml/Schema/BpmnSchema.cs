using System.Collections.Frozen;

namespace Approvals.Workflow.Bpmn.Xml.Schema;

/// <summary>The XML schema of BPMN 2.0 and its diagrams.</summary>
internal static class BpmnSchema
{
    private static readonly FrozenDictionary<string, SchemaType> Types = new SchemaNotation()
        .Simple(SemanticNotation.Simple)
        .Simple(DiagramNotation.Simple)
        .Groups(SemanticNotation.Groups)
        .Groups(DiagramNotation.Groups)
        .Named(SemanticNotation.Named)
        .Types(DiagramNotation.Types)
        .Types(SemanticNotation.Types)
        .Build();

    private static readonly FrozenDictionary<string, SchemaType> ByElement = Types
        .Where(pair => pair.Key.Length > 1 && pair.Key[0] == 't' && char.IsUpper(pair.Key[1]))
        .Select(pair => KeyValuePair.Create(char.ToLowerInvariant(pair.Key[1]) + pair.Key[2..], pair.Value))
        .Append(new("inputDataItem", Types["tDataInput"]))
        .Append(new("outputDataItem", Types["tDataOutput"]))
        .Append(new("childLaneSet", Types["tLaneSet"]))
        .ToFrozenDictionary(StringComparer.Ordinal);

    public static SchemaType Definitions { get; } = Types["tDefinitions"];

    /// <summary>The names that <see cref="IsA(string, string)"/> knows.</summary>
    public static IEnumerable<string> ElementNames => ByElement.Keys;

    /// <summary>
    /// True when the element is of a type or of one derived from it; types are named as their element would be, <c>flowNode</c>.
    /// </summary>
    public static bool IsA(BpmnNode node, string type) => node.Namespace == BpmnNames.Bpmn && IsA(node.Name, type);

    public static bool IsA(string element, string type) =>
        ByElement.TryGetValue(element, out var actual)
        && ByElement.TryGetValue(type, out var asked)
        && actual.IsA(asked);

    /// <summary>A type by namespace and name, for <c>xsi:type</c>.</summary>
    public static SchemaType? Find(string ns, string name) => Types.GetValueOrDefault(SchemaNotation.Key(ns, name));
}
