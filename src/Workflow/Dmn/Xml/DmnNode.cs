using System.Collections.Immutable;
using System.Text;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Dmn.Model;
using Approvals.Workflow.Feel.Syntax;

namespace Approvals.Workflow.Dmn.Xml;

/// <summary>An XML element as it stands in the file, with its position, and what every part of a DMN file is read with.</summary>
internal sealed class DmnNode(string ns, string name, DmnNode? parent, SourcePosition position)
{
    private readonly List<(string Namespace, string Name, string Value)> attributes = [];
    private StringBuilder? text;

    public string Namespace { get; } = ns;
    public string Name { get; } = name;
    public DmnNode? Parent { get; } = parent;
    public SourcePosition Position { get; } = position;
    public List<DmnNode> Children { get; } = [];

    /// <summary>The text directly inside, untrimmed.</summary>
    public string Text => text?.ToString() ?? "";

    public string? Id => this["id"];

    /// <summary>Of the element or of the nearest around it that has one.</summary>
    public string? NearestId => Id ?? Parent?.NearestId;

    /// <summary>The value of an attribute without namespace, or null.</summary>
    public string? this[string attribute] => Attribute("", attribute);

    public string? Attribute(string attributeNamespace, string attribute)
    {
        foreach (var each in attributes)
        {
            if (each.Name == attribute && each.Namespace == attributeNamespace)
            {
                return each.Value;
            }
        }

        return null;
    }

    public void Add(string attributeNamespace, string attribute, string value) =>
        attributes.Add((attributeNamespace, attribute, value));

    public void AddText(string part) => (text ??= new StringBuilder()).Append(part);

    /// <summary>A child of the same vocabulary: a file has one version of DMN throughout.</summary>
    public DmnNode? Child(string local) => All(local).FirstOrDefault();

    public IEnumerable<DmnNode> All(string local) =>
        Children.Where(child => child.Name == local && child.Namespace == Namespace);

    /// <summary>The name attribute with its white space normalised; empty when there is none.</summary>
    public string NameOf() => Characters.Normalise(this["name"] ?? "");

    /// <summary>A type's name without the prefix DMN 1.1 wrote before it; null when there is none.</summary>
    public string? TypeRefOf()
    {
        var reference = this["typeRef"] ?? Child("typeRef")?.Text.Trim();
        if (string.IsNullOrWhiteSpace(reference))
        {
            return null;
        }

        var colon = reference.IndexOf(':', StringComparison.Ordinal);
        return Characters.Normalise(colon < 0 ? reference : reference[(colon + 1)..]);
    }

    public InformationItem Information() => new(NameOf(), TypeRefOf());

    /// <summary>The `text` inside, null when it is missing or blank; errors bear the nearest id.</summary>
    public ModelText? TextOf() =>
        Child("text") is { } inner && !string.IsNullOrWhiteSpace(inner.Text)
            ? new ModelText(NearestId, inner.Text, inner.Position)
            : null;

    public ImmutableArray<string> Hrefs(string local) => [.. All(local).Select(each => each["href"]).OfType<string>()];
}
