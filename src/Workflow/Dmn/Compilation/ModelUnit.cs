using Approvals.Workflow.Dmn.Model;
using Approvals.Workflow.Dmn.Runtime;

namespace Approvals.Workflow.Dmn.Compilation;

/// <summary>One model among those that are compiled together.</summary>
internal sealed class ModelUnit(Definitions definitions, IReadOnlyList<(Import Import, ModelUnit Unit)> imports)
{
    private readonly Dictionary<string, Node> nodes = new(StringComparer.Ordinal);

    public Definitions Definitions => definitions;
    public IReadOnlyList<(Import Import, ModelUnit Unit)> Imports => imports;
    public required ModelTypes Types { get; init; }
    public required string[] Prefixes { get; init; }
    public IEnumerable<Node> Nodes => nodes.Values;

    public void Add(Node node) => nodes.TryAdd(node.Id, node);

    public Node? Find(string id) => nodes.GetValueOrDefault(id);

    /// <summary>What an href names, with the name of the import it comes from, empty for an own element.</summary>
    public (Node Node, string Import)? Resolve(string href)
    {
        var hash = href.LastIndexOf('#');
        var (ns, id) = hash < 0 ? ("", href) : (href[..hash], href[(hash + 1)..]);
        if (ns.Length == 0 || ns == definitions.Namespace)
        {
            return Find(id) is { } own ? (own, "") : null;
        }

        foreach (var (import, unit) in imports)
        {
            if (unit.Definitions.Namespace == ns && unit.Find(id) is { } node)
            {
                return (node, import.Name);
            }
        }

        return null;
    }
}
