using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Bpmn.Xml.Schema;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>An attribute with its namespace; empty for BPMN's own.</summary>
internal readonly record struct BpmnAttribute(string Namespace, string Name, string Value);

/// <summary>An XML element as it stands in the file, with its position.</summary>
internal sealed class BpmnNode(string ns, string name, BpmnNode? parent, SourcePosition position)
{
    public string Namespace { get; } = ns;
    public string Name { get; } = name;

    /// <summary>Namespace and name as the schema notation writes them.</summary>
    public string Key { get; } = SchemaNotation.Key(ns, name);
    public BpmnNode? Parent { get; } = parent;
    public SourcePosition Position { get; } = position;
    public List<BpmnAttribute> Attributes { get; } = [];
    public List<BpmnNode> Children { get; } = [];

    /// <summary>The text directly inside, untrimmed.</summary>
    public string Text { get; set; } = "";

    /// <summary>The prefixes that this element declares; null for almost every element.</summary>
    public Dictionary<string, string>? Prefixes { get; set; }

    public string? Id => this["id"];

    /// <summary>The value of an attribute without namespace, or null.</summary>
    public string? this[string attribute]
    {
        get
        {
            foreach (var each in Attributes)
            {
                if (each.Namespace.Length == 0 && each.Name == attribute)
                {
                    return each.Value;
                }
            }

            return null;
        }
    }

    /// <summary>True when the attribute says so; absent, what the schema's default says.</summary>
    public bool Is(string attribute, bool byDefault = false) =>
        this[attribute] is { } text ? text.Trim() is "true" or "1" : byDefault;

    /// <summary>A QName at this place as namespace and local name; the namespace is null when its prefix is not declared.</summary>
    public (string? Namespace, string Name) Resolve(string qname)
    {
        var colon = qname.IndexOf(':', StringComparison.Ordinal);
        return (LookupNamespace(colon < 0 ? "" : qname[..colon]), qname[(colon + 1)..]);
    }

    /// <summary>The id that a QName refers to; ids have no colon, so what stands before one is a prefix.</summary>
    public static string Local(string reference) =>
        reference[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();

    /// <summary>The namespace of a prefix at this place, or null when it is not declared; the empty one for no default namespace.</summary>
    public string? LookupNamespace(string prefix)
    {
        for (var node = this; node is not null; node = node.Parent)
        {
            if (node.Prefixes?.TryGetValue(prefix, out var found) == true)
            {
                return found;
            }
        }

        return prefix.Length == 0 ? "" : null;
    }

    public bool IsBpmn(string local) => Name == local && Namespace == BpmnNames.Bpmn;

    public BpmnNode? Bpmn(string local) => Child(BpmnNames.Bpmn, local);

    public BpmnNode? Child(string childNamespace, string local)
    {
        foreach (var child in Children)
        {
            if (child.Name == local && child.Namespace == childNamespace)
            {
                return child;
            }
        }

        return null;
    }

    public IEnumerable<BpmnNode> All(string childNamespace, string local) =>
        Children.Where(child => child.Name == local && child.Namespace == childNamespace);

    /// <summary>An extension element of the given namespace, or null.</summary>
    public BpmnNode? Extension(string extensionNamespace, string local) =>
        Bpmn("extensionElements")?.Child(extensionNamespace, local);

    /// <summary>This element or the nearest of the given name around it, or null.</summary>
    public BpmnNode? Around(string local)
    {
        for (var node = this; node is not null; node = node.Parent)
        {
            if (node.IsBpmn(local))
            {
                return node;
            }
        }

        return null;
    }

    public bool IsInside(BpmnNode other)
    {
        for (var node = Parent; node is not null; node = node.Parent)
        {
            if (node == other)
            {
                return true;
            }
        }

        return false;
    }

    public IEnumerable<BpmnNode> Descendants()
    {
        foreach (var child in Children)
        {
            yield return child;
            foreach (var below in child.Descendants())
            {
                yield return below;
            }
        }
    }
}
