using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Writing;

/// <summary>A name as it is written and what it stands for; prefix and namespace are empty where there is none.</summary>
public readonly record struct XmlName(string Prefix, string Namespace, string Local)
{
    /// <summary>The name as it stands in the file.</summary>
    public string Qualified => Prefix.Length == 0 ? Local : Prefix + ":" + Local;
}

/// <summary>An attribute with its references resolved. Namespace declarations are attributes too.</summary>
public readonly record struct AttributeNode(XmlName Name, string Value);

/// <summary>
/// An element of BPMN, of its diagram interchange, or of any foreign namespace, with its attributes and everything
/// inside in the order of the file. <see cref="SelfClosed"/> keeps <c>&lt;a/&gt;</c> apart from <c>&lt;a&gt;&lt;/a&gt;</c>.
/// </summary>
public sealed record ElementNode(
    XmlName Name,
    IReadOnlyList<AttributeNode> Attributes,
    IReadOnlyList<DocumentNode> Children,
    bool SelfClosed,
    SourcePosition Position
) : DocumentNode
{
    /// <summary>The value of an attribute without a namespace, as all of BPMN's own are; null when it isn't there.</summary>
    public string? this[string attribute] => this["", attribute];

    /// <summary>The value of an attribute of a namespace; null when it isn't there.</summary>
    public string? this[string attributeNamespace, string attribute]
    {
        get
        {
            foreach (var each in Attributes)
            {
                if (each.Name.Local == attribute && each.Name.Namespace == attributeNamespace)
                {
                    return each.Value;
                }
            }

            return null;
        }
    }

    public IEnumerable<ElementNode> Elements => Children.OfType<ElementNode>();

    /// <summary>The text directly inside, CDATA included, untrimmed.</summary>
    public string Text =>
        string.Concat(
            Children.Select(child =>
                child switch
                {
                    TextNode text => text.Value,
                    CDataNode data => data.Value,
                    _ => "",
                }
            )
        );

    public bool Is(string elementNamespace, string local) => Name.Local == local && Name.Namespace == elementNamespace;
}
