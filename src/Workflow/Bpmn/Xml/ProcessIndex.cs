using System.Collections.Immutable;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>The flow nodes and the whole sequence flows of a process, numbered in the order of the file.</summary>
internal sealed class ProcessIndex
{
    private readonly Dictionary<string, int> nodeIndexes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> flowIndexes = new(StringComparer.Ordinal);
    private readonly List<int>[] incoming;
    private readonly List<int>[] outgoing;
    private readonly List<int>[] boundaries;

    public ProcessIndex(BpmnNode process)
    {
        foreach (var node in process.Children)
        {
            if (FlowNodes.IsFlowNode(node) && node.Id is { Length: > 0 } id && nodeIndexes.TryAdd(id, Nodes.Count))
            {
                Nodes.Add(node);
            }
        }

        incoming = [.. Nodes.Select(_ => new List<int>())];
        outgoing = [.. Nodes.Select(_ => new List<int>())];
        boundaries = [.. Nodes.Select(_ => new List<int>())];
        for (var i = 0; i < Nodes.Count; i++)
        {
            if (Nodes[i].IsBpmn("boundaryEvent") && IndexOf(Nodes[i]["attachedToRef"]) is var host and >= 0)
            {
                boundaries[host].Add(i);
            }
        }

        foreach (var flow in process.All(BpmnNames.Bpmn, "sequenceFlow"))
        {
            var source = IndexOf(flow["sourceRef"]);
            var target = IndexOf(flow["targetRef"]);
            if (source >= 0 && target >= 0 && flow.Id is { Length: > 0 } id && flowIndexes.TryAdd(id, Flows.Count))
            {
                outgoing[source].Add(Flows.Count);
                incoming[target].Add(Flows.Count);
                Flows.Add(flow);
            }
        }
    }

    public List<BpmnNode> Nodes { get; } = [];
    public List<BpmnNode> Flows { get; } = [];

    public int IndexOf(string? id) => id is not null && nodeIndexes.TryGetValue(id, out var index) ? index : -1;

    public int IndexOfFlow(string? id) => id is not null && flowIndexes.TryGetValue(id, out var index) ? index : -1;

    public ImmutableArray<int> Incoming(int node) => [.. incoming[node]];

    /// <summary>In the order of the node's own <c>outgoing</c> elements where it has them, else of the file.</summary>
    public ImmutableArray<int> Outgoing(int node)
    {
        var named = Nodes[node].All(BpmnNames.Bpmn, "outgoing").Select(each => IndexOfFlow(each.Text.Trim())).ToList();
        return [.. outgoing[node].OrderBy(flow => named.IndexOf(flow) is var place and >= 0 ? place : int.MaxValue)];
    }

    /// <summary>The boundary events attached to the node.</summary>
    public ImmutableArray<int> Boundaries(int node) => [.. boundaries[node]];
}
