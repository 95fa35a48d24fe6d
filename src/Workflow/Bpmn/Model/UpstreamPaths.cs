using System.Collections.Immutable;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>
/// From where a token can still come to each incoming flow of one gateway without visiting the gateway: the directed paths of BPMN
/// §13.4.3, computed once per definition. A path goes along sequence flows, from an activity over its boundary events, from a
/// link to its other half and along declared ways back; it never leaves the scope. Immutable.
/// </summary>
public sealed class UpstreamPaths
{
    private readonly int gateway;
    private readonly ImmutableArray<int> incoming;
    private readonly ulong[][] sources;

    internal UpstreamPaths(ProcessDefinition definition, List<int>[] predecessors, int gateway)
    {
        this.gateway = gateway;
        incoming = definition.Elements[gateway].Incoming;
        sources = new ulong[incoming.Length][];
        for (var i = 0; i < incoming.Length; i++)
        {
            sources[i] = Search(predecessors, definition.Flows[incoming[i]].Source);
        }
    }

    /// <summary>Can a token in the element come to the incoming flow, given by its place in <see cref="Element.Incoming"/>?</summary>
    public bool FromElement(int element, int place) => (sources[place][element >> 6] & (1UL << (element & 63))) != 0;

    /// <summary>Can a token on the flow come there? On the incoming flow itself it already is.</summary>
    public bool FromFlow(SequenceFlow flow, int place) =>
        flow.Index == incoming[place] || (flow.Target != gateway && FromElement(flow.Target, place));

    /// <summary>For each element, those from which a token may come to it in one move.</summary>
    internal static List<int>[] PredecessorsIn(ProcessDefinition definition)
    {
        var predecessors = new List<int>[definition.Elements.Length];
        for (var i = 0; i < predecessors.Length; i++)
        {
            predecessors[i] = [];
        }

        foreach (var flow in definition.Flows)
        {
            predecessors[flow.Target].Add(flow.Source);
        }

        foreach (var element in definition.Elements)
        {
            foreach (var boundary in element.Boundaries)
            {
                predecessors[boundary].Add(element.Index);
            }

            if (element is ThrowEvent { LinkTarget: >= 0 } link)
            {
                predecessors[link.LinkTarget].Add(element.Index);
            }

            foreach (var edge in (element as UserTask)?.Returns ?? [])
            {
                predecessors[edge.Target].Add(element.Index);
            }
        }

        return predecessors;
    }

    /// <summary>The gateway itself may be where a path begins, as a token in it leaves by its outgoing flows, but no path goes through it.</summary>
    private ulong[] Search(List<int>[] predecessors, int last)
    {
        var found = new ulong[(predecessors.Length + 63) / 64];
        var open = new Stack<int>();
        open.Push(last);
        while (open.TryPop(out var element))
        {
            ref var word = ref found[element >> 6];
            var bit = 1UL << (element & 63);
            if ((word & bit) != 0)
            {
                continue;
            }

            word |= bit;
            if (element == gateway)
            {
                continue;
            }

            foreach (var predecessor in predecessors[element])
            {
                open.Push(predecessor);
            }
        }

        return found;
    }
}
