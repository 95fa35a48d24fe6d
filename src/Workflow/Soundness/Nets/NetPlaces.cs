using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Soundness.Nets;

/// <summary>The places and transitions of a net under construction.</summary>
internal sealed class NetPlaces(ProcessDefinition definition)
{
    private readonly List<Place> places = [];
    private readonly Dictionary<int, int> flows = [];
    private readonly Dictionary<int, int> positions = [];
    private readonly Dictionary<int, int> ends = [];

    public List<Transition> Transitions { get; } = [];

    /// <summary>What is marked in every beginning.</summary>
    public List<int> Always { get; } = [];

    public int Add(PlaceRole role, string? shows)
    {
        places.Add(new(role, shows));
        return places.Count - 1;
    }

    public int Flow(int flow) => Once(flows, flow, PlaceRole.Flow, definition.Flows[flow].Id);

    /// <summary>A token that is about to enter the element otherwise than by a flow.</summary>
    public int At(Element element) => Once(positions, element.Index, PlaceRole.Position, element.Id);

    public int End(Element element) => Once(ends, element.Index, PlaceRole.End, null);

    /// <summary>The places from which a token enters the element.</summary>
    public int[] Entries(Element element)
    {
        var entries = element.Incoming.Select(Flow).ToList();
        if (positions.TryGetValue(element.Index, out var position))
        {
            entries.Add(position);
        }

        return [.. entries];
    }

    public ScopeNet ToNet(IEnumerable<int[]> beginnings)
    {
        Place[] all = [.. places];
        Transition[] transitions = [.. Transitions];
        return new()
        {
            Places = all,
            Transitions = transitions,
            Beginnings = [.. beginnings.Select(each => (int[])[.. each, .. Always])],
            Reach = JoinReach.OfJoins(all, transitions),
        };
    }

    private int Once(Dictionary<int, int> made, int key, PlaceRole role, string? shows)
    {
        if (!made.TryGetValue(key, out var place))
        {
            place = Add(role, shows);
            made.Add(key, place);
        }

        return place;
    }
}
