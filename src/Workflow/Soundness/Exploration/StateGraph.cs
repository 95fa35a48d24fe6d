namespace Approvals.Workflow.Soundness.Exploration;

/// <summary>
/// The states of a net and the steps between them, as far as they were followed. The first states are the beginnings; a state
/// without steps that isn't open is one where nothing can go on.
/// </summary>
internal sealed class StateGraph(TokenGame game, MarkingStore markings)
{
    private readonly List<int> starts = [];
    private readonly List<int> targets = [];
    private readonly List<int> transitions = [];
    private readonly HashSet<int> open = [];

    public TokenGame Game { get; } = game;
    public int Count => markings.Count;
    public List<int> Beginnings { get; } = [];

    /// <summary>True when every reachable state was followed.</summary>
    public bool IsWhole => open.Count == 0 && starts.Count == Count && Game.IsDecidable;

    public ReadOnlySpan<ulong> this[int state] => markings[state];

    public bool IsEnd(int state) => Game.IsEnd(markings[state]);

    /// <summary>Whether steps of the state were left out.</summary>
    public bool IsOpen(int state) => state >= starts.Count || open.Contains(state) || !Game.IsDecidable;

    public IEnumerable<(int Transition, int Target)> From(int state)
    {
        if (state >= starts.Count)
        {
            yield break;
        }

        var end = state + 1 < starts.Count ? starts[state + 1] : targets.Count;
        for (var i = starts[state]; i < end; i++)
        {
            yield return (transitions[i], targets[i]);
        }
    }

    /// <summary>Begins to record the steps of the next state.</summary>
    public void Next() => starts.Add(targets.Count);

    public void Add(int transition, int target)
    {
        transitions.Add(transition);
        targets.Add(target);
    }

    public void LeaveOpen(int state) => open.Add(state);

    public bool[] Fired()
    {
        var fired = new bool[Game.Net.Transitions.Length];
        foreach (var transition in transitions)
        {
            fired[transition] = true;
        }

        return fired;
    }

    /// <summary>By state: whether one of the goals can be reached from it.</summary>
    public bool[] CanReach(Func<int, bool> isGoal)
    {
        var incoming = new int[targets.Count];
        var first = new int[Count + 1];
        foreach (var target in targets)
        {
            first[target + 1]++;
        }

        for (var i = 0; i < Count; i++)
        {
            first[i + 1] += first[i];
        }

        var filled = (int[])first.Clone();
        for (var state = 0; state < starts.Count; state++)
        {
            foreach (var (_, target) in From(state))
            {
                incoming[filled[target]++] = state;
            }
        }

        var reaches = new bool[Count];
        var queue = new Queue<int>();
        for (var state = 0; state < Count; state++)
        {
            if (isGoal(state))
            {
                reaches[state] = true;
                queue.Enqueue(state);
            }
        }

        while (queue.TryDequeue(out var state))
        {
            for (var i = first[state]; i < first[state + 1]; i++)
            {
                if (!reaches[incoming[i]])
                {
                    reaches[incoming[i]] = true;
                    queue.Enqueue(incoming[i]);
                }
            }
        }

        return reaches;
    }
}
