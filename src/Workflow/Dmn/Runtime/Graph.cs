using Approvals.Workflow.Dmn.Model;

namespace Approvals.Workflow.Dmn.Runtime;

/// <summary>
/// All nodes of a model and those it imports. Input data are no answer to a name: what is found can be evaluated. Of one
/// name decisions come before services and knowledge, the model's own before imported ones, which bear their prefix.
/// </summary>
internal sealed class Graph(int size)
{
    private readonly Dictionary<string, Node> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Node>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InputNode> inputs = new(StringComparer.Ordinal);

    /// <summary>One more than the greatest index of a node.</summary>
    public int Size => size;

    /// <summary>Models are added by their nearness: the evaluated one first.</summary>
    public void Add(IEnumerable<Node> nodes, string[] prefixes)
    {
        foreach (var node in nodes)
        {
            if (node is InputNode input)
            {
                inputs.TryAdd(input.Name, input);
                inputs.TryAdd(input.FullName, input);
                continue;
            }

            if (prefixes.Length == 0)
            {
                byId.TryAdd(node.Id, node);
            }

            var name = string.Join('.', [.. prefixes, node.Name]);
            if (!byName.TryGetValue(name, out var named))
            {
                byName[name] = named = [];
            }

            named.Insert(
                node is DecisionNode ? named.TakeWhile(each => each is DecisionNode).Count() : named.Count,
                node
            );
        }
    }

    public Node? Find(string idOrName) => byId.GetValueOrDefault(idOrName) ?? FindByName(idOrName, null, _ => true);

    /// <summary>With a namespace, an element of that model, whatever its prefix.</summary>
    public Node? FindByName(string name, string? modelNamespace, Func<DrgElement, bool> isWanted)
    {
        var candidates = modelNamespace is null
            ? byName.GetValueOrDefault(name) ?? []
            : byName.Values.SelectMany(named => named).Where(node => IsOf(node, name, modelNamespace));
        return candidates.FirstOrDefault(node => isWanted(node.Element));
    }

    /// <summary>An input by its name, or as <c>namespace#name</c>.</summary>
    public InputNode? Input(string name) => inputs.GetValueOrDefault(name);

    private static bool IsOf(Node node, string name, string modelNamespace) =>
        node.Name == name && node.Namespace == modelNamespace;
}
