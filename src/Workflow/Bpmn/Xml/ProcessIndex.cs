using System.Collections.Immutable;
using System.Globalization;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>
/// The flow nodes and the whole sequence flows of a process, sub-processes included, numbered in the order of the file: a
/// sub-process before what is inside. A flow between different scopes is no flow; the rules say so.
/// </summary>
internal sealed class ProcessIndex
{
    private readonly Dictionary<string, int> nodeIndexes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> flowIndexes = new(StringComparer.Ordinal);
    private readonly List<int> scopes = [];
    private readonly List<List<int>> incoming = [];
    private readonly List<List<int>> outgoing = [];
    private readonly List<List<int>> boundaries = [];
    private readonly Dictionary<int, int> handlers = [];

    public ProcessIndex(BpmnNode process)
    {
        Process = process;
        if (FlowNodes.IsGlobalTask(process))
        {
            Add(process, -1);
            return;
        }

        AddNodes(process, -1);
        for (var i = 0; i < Nodes.Count; i++)
        {
            if (Nodes[i].IsBpmn("boundaryEvent") && IndexOf(Nodes[i]["attachedToRef"]) is var host and >= 0)
            {
                boundaries[host].Add(i);
            }
        }

        AddFlows(process, -1);
        AddHandlers(process);
    }

    /// <summary>The process or global task itself.</summary>
    public BpmnNode Process { get; }

    public List<BpmnNode> Nodes { get; } = [];
    public List<BpmnNode> Flows { get; } = [];

    /// <summary>By the index of the flow; see <see cref="NameOf"/>.</summary>
    public List<string> FlowIds { get; } = [];

    public int IndexOf(string? id) =>
        id is not null && nodeIndexes.TryGetValue(BpmnNode.Local(id), out var index) ? index : -1;

    public int IndexOfFlow(string? id) =>
        id is not null && flowIndexes.TryGetValue(BpmnNode.Local(id), out var index) ? index : -1;

    /// <summary>Index of the sub-process around the node, or -1.</summary>
    public int ScopeOf(int node) => scopes[node];

    public ImmutableArray<int> Incoming(int node) => [.. incoming[node]];

    /// <summary>In the order of the node's own <c>outgoing</c> elements where it has them, else of the file.</summary>
    public ImmutableArray<int> Outgoing(int node)
    {
        var named = Nodes[node].All(BpmnNames.Bpmn, "outgoing").Select(each => IndexOfFlow(each.Text.Trim())).ToList();
        return [.. outgoing[node].OrderBy(flow => named.IndexOf(flow) is var place and >= 0 ? place : int.MaxValue)];
    }

    /// <summary>The boundary events attached to the node.</summary>
    public ImmutableArray<int> Boundaries(int node) => [.. boundaries[node]];

    /// <summary>The activity that an association leads to from a compensation boundary event, or -1.</summary>
    public int HandlerOf(int boundary) => handlers.GetValueOrDefault(boundary, -1);

    /// <summary>The nodes directly inside the scope, in order.</summary>
    public IEnumerable<int> Inside(int scope) => Enumerable.Range(0, Nodes.Count).Where(node => scopes[node] == scope);

    private void AddNodes(BpmnNode container, int scope)
    {
        foreach (var node in container.Children)
        {
            if (!FlowNodes.IsFlowNode(node) || node.Id is not { Length: > 0 } id || nodeIndexes.ContainsKey(id))
            {
                continue;
            }

            var index = Nodes.Count;
            Add(node, scope);
            if (FlowNodes.IsSubProcess(node))
            {
                AddNodes(node, index);
            }
        }
    }

    private void Add(BpmnNode node, int scope)
    {
        nodeIndexes.Add(node.Id!, Nodes.Count);
        Nodes.Add(node);
        scopes.Add(scope);
        incoming.Add([]);
        outgoing.Add([]);
        boundaries.Add([]);
    }

    private void AddFlows(BpmnNode container, int scope)
    {
        foreach (var node in container.Children)
        {
            if (node.IsBpmn("sequenceFlow"))
            {
                var source = IndexOf(node["sourceRef"]);
                var target = IndexOf(node["targetRef"]);
                if (
                    source >= 0
                    && target >= 0
                    && scopes[source] == scopes[target]
                    && NameOf(node, source, target) is var id
                    && flowIndexes.TryAdd(id, Flows.Count)
                )
                {
                    FlowIds.Add(id);
                    outgoing[source].Add(Flows.Count);
                    incoming[target].Add(Flows.Count);
                    Flows.Add(node);
                }
            }
            else if (FlowNodes.IsSubProcess(node) && IndexOf(node.Id) is var inner and >= 0)
            {
                AddFlows(node, inner);
            }
        }
    }

    /// <summary>The id of a flow. One without goes by its ends, which is as stable as the model: journals name flows.</summary>
    private string NameOf(BpmnNode flow, int source, int target)
    {
        if (flow.Id is { Length: > 0 } id)
        {
            return id;
        }

        var name = $"{Nodes[source].Id}→{Nodes[target].Id}";
        var unique = name;
        for (var i = 2; flowIndexes.ContainsKey(unique); i++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{name} {i}");
        }

        return unique;
    }

    private void AddHandlers(BpmnNode process)
    {
        foreach (var association in process.Descendants().Where(node => node.IsBpmn("association")))
        {
            AddHandler(IndexOf(association["sourceRef"]), IndexOf(association["targetRef"]));
            AddHandler(IndexOf(association["targetRef"]), IndexOf(association["sourceRef"]));
        }
    }

    private void AddHandler(int boundary, int activity)
    {
        if (
            boundary >= 0
            && activity >= 0
            && Nodes[boundary].IsBpmn("boundaryEvent")
            && Nodes[boundary].Bpmn("compensateEventDefinition") is not null
            && FlowNodes.IsActivity(Nodes[activity])
        )
        {
            handlers.TryAdd(boundary, activity);
        }
    }
}
