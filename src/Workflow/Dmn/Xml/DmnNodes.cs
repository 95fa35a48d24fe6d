using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Xml;
using Approvals.Workflow.Dmn.Model;
using Approvals.Workflow.Feel.Syntax;

namespace Approvals.Workflow.Dmn.Xml;

/// <summary>What every part of a DMN file is read with: children of the file's own version, names, texts and references.</summary>
internal static class DmnNodes
{
    public static BpmnNode? Dmn(this BpmnNode node, string local) => node.Child(node.Namespace, local);

    public static IEnumerable<BpmnNode> AllDmn(this BpmnNode node, string local) => node.All(node.Namespace, local);

    /// <summary>A name attribute with its white space normalised; empty when there is none.</summary>
    public static string NameOf(this BpmnNode node) => Characters.Normalise(node["name"] ?? "");

    /// <summary>A type's name without the prefix DMN 1.1 wrote before FEEL's own; null when there is none.</summary>
    public static string? TypeRefOf(this BpmnNode node)
    {
        var text = node["typeRef"] ?? node.Dmn("typeRef")?.Text.Trim();
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return Characters.Normalise(colon < 0 ? text : text[(colon + 1)..]);
    }

    public static InformationItem Item(this BpmnNode node) => new(node.NameOf(), node.TypeRefOf());

    /// <summary>The `text` inside, null when it is missing or blank; errors bear the nearest id.</summary>
    public static ModelText? TextOf(this BpmnNode? node)
    {
        if (node?.Dmn("text") is not { } text || string.IsNullOrWhiteSpace(text.Text))
        {
            return null;
        }

        return new ModelText(node.NearestId(), text.Text, text.Position);
    }

    public static string? NearestId(this BpmnNode node)
    {
        var named = node;
        while (named is not null && named.Id is null)
        {
            named = named.Parent;
        }

        return named?.Id;
    }

    public static ImmutableArray<string> Hrefs(this BpmnNode node, string local) =>
        [.. node.AllDmn(local).Select(each => each["href"]).OfType<string>()];
}
