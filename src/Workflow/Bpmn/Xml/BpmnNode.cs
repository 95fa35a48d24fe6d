using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>An attribute with its namespace; empty for BPMN's own.</summary>
internal readonly record struct BpmnAttribute(string Namespace, string Name, string Value);

/// <summary>An XML element as it stands in the file, with its position.</summary>
internal sealed class BpmnNode(string ns, string name, BpmnNode? parent, SourcePosition position)
{
    public string Namespace { get; } = ns;
    public string Name { get; } = name;
    public BpmnNode? Parent { get; } = parent;
    public SourcePosition Position { get; } = position;
    public List<BpmnAttribute> Attributes { get; } = [];
    public List<BpmnNode> Children { get; } = [];

    /// <summary>The text directly inside, untrimmed.</summary>
    public string Text { get; set; } = "";

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

    /// <summary>The id that a QName refers to; ids have no colon, so what stands before one is a prefix.</summary>
    public static string Local(string reference) =>
        reference[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();

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
