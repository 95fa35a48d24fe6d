using Approvals.Workflow.Soundness.Nets;

namespace Approvals.Workflow.Soundness.Reduction;

/// <summary>A net while rules make it smaller. Places keep their numbers; one without transitions is gone.</summary>
internal sealed class WorkingNet
{
    private readonly List<Transition?> transitions = [];
    private readonly SortedSet<int>[] producers;
    private readonly SortedSet<int>[] consumers;
    private readonly HashSet<int> begun;

    public WorkingNet(ScopeNet net)
    {
        Net = net;
        Covers = net.Covers;
        producers = Sets(net.Places.Length);
        consumers = Sets(net.Places.Length);
        begun = [.. net.Beginnings.SelectMany(each => each)];
        Reach = net.Reach;
        foreach (var transition in net.Transitions)
        {
            Add(transition);
        }
    }

    public ScopeNet Net { get; }
    public ElementSet Covers { get; set; }

    /// <summary>What can be reached of each join's inputs; it stays true of every place that is left.</summary>
    public IReadOnlyList<JoinReach> Reach { get; }

    public int Count => transitions.Count;
    public Transition? this[int index] => transitions[index];

    public bool IsBegun(int place) => begun.Contains(place);

    /// <summary>The transitions that give a token here, always or by choice.</summary>
    public IReadOnlyCollection<int> Producers(int place) => producers[place];

    /// <summary>The transitions that take from here or look whether they can.</summary>
    public IReadOnlyCollection<int> Consumers(int place) => consumers[place];

    public void Add(Transition transition)
    {
        var index = transitions.Count;
        transitions.Add(transition);
        foreach (var place in Given(transition))
        {
            producers[place].Add(index);
        }

        foreach (var place in Taken(transition))
        {
            consumers[place].Add(index);
        }
    }

    public void Remove(int index)
    {
        var transition = transitions[index]!;
        transitions[index] = null;
        foreach (var place in Given(transition))
        {
            producers[place].Remove(index);
        }

        foreach (var place in Taken(transition))
        {
            consumers[place].Remove(index);
        }
    }

    public void Replace(int index, Transition by)
    {
        Remove(index);
        Add(by);
    }

    public ScopeNet ToNet() =>
        new()
        {
            Places = Net.Places,
            Transitions = [.. transitions.OfType<Transition>()],
            Beginnings = Net.Beginnings,
            Covers = Covers,
            Reach = Reach,
        };

    private static IEnumerable<int> Given(Transition transition) =>
        transition
            .Gives.Concat(transition.Free.Select(outlet => outlet.Place))
            .Concat(transition.IfNone >= 0 ? [transition.IfNone] : [])
            .Concat(transition.Awaited);

    private static IEnumerable<int> Taken(Transition transition) =>
        transition.Takes.Concat(transition.Inputs).Concat(transition.Awaited);

    private static SortedSet<int>[] Sets(int count)
    {
        var sets = new SortedSet<int>[count];
        for (var i = 0; i < count; i++)
        {
            sets[i] = [];
        }

        return sets;
    }
}
