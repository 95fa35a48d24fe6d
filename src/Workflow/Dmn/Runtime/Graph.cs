namespace Approvals.Workflow.Dmn.Runtime;

/// <summary>All nodes of a model and those it imports. By name the model's own come first, imports' under their prefix.</summary>
internal sealed class Graph(int size, IReadOnlyDictionary<string, Node> byId, IReadOnlyDictionary<string, Node> byName)
{
    public int Size => size;

    /// <summary>Input data cannot be evaluated, so they are not found.</summary>
    public Node? Find(string idOrName) =>
        byId.TryGetValue(idOrName, out var node) || byName.TryGetValue(idOrName, out node) ? Invocable(node) : null;

    public Node? FindByName(string name, string? modelNamespace)
    {
        if (modelNamespace is null)
        {
            return byName.TryGetValue(name, out var node) ? Invocable(node) : null;
        }

        return byName.Values.FirstOrDefault(node =>
            node.Name == name && node.Namespace == modelNamespace && node is not InputNode
        );
    }

    /// <summary>An input by its name, or as <c>namespace#name</c>.</summary>
    public InputNode? Input(string name)
    {
        var hash = name.LastIndexOf('#');
        return byName
            .Values.OfType<InputNode>()
            .FirstOrDefault(input =>
                hash < 0 ? input.Name == name : input.Name == name[(hash + 1)..] && input.Namespace == name[..hash]
            );
    }

    private static Node? Invocable(Node node) => node is InputNode ? null : node;
}
