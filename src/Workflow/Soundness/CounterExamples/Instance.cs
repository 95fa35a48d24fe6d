using Approvals.Workflow.Soundness.Exploration;
using Approvals.Workflow.Soundness.Nets;

namespace Approvals.Workflow.Soundness.CounterExamples;

/// <summary>A scope under way while a counter-example is played: its tokens, and the sub-processes inside.</summary>
internal sealed class Instance
{
    private readonly ScopeNet net;
    private readonly int[] tokens;

    public Instance(ScopeAnalysis analysis, int beginning)
    {
        Analysis = analysis;
        State = beginning;
        net = analysis.Net;
        tokens = new int[net.Places.Length];
        foreach (var place in net.Beginnings[analysis.Graph.Beginnings.IndexOf(beginning)])
        {
            tokens[place]++;
        }
    }

    public ScopeAnalysis Analysis { get; }

    /// <summary>Where the instance is in the states of its analysis.</summary>
    public int State { get; set; }
    public List<Instance> Children { get; } = [];

    public void Take(Transition transition)
    {
        foreach (var place in transition.Takes)
        {
            tokens[place]--;
        }

        for (var i = 0; i < transition.Inputs.Length; i++)
        {
            if (transition.Kind == TransitionKind.ComplexReset)
            {
                tokens[transition.Awaited[i]] = 0;
            }
            else if (tokens[transition.Inputs[i]] > 0)
            {
                tokens[transition.Inputs[i]]--;
            }
            else if (transition.Kind == TransitionKind.ComplexStart)
            {
                tokens[transition.Awaited[i]]++;
            }
        }

        if (transition.Clears)
        {
            Clear(role => role != PlaceRole.End);
            Children.Clear();
        }
    }

    public void Give(IEnumerable<int> places)
    {
        foreach (var place in places)
        {
            tokens[place]++;
        }

        if (!net.Places.Where((place, i) => place.HoldsTokens && tokens[i] > 0).Any())
        {
            Clear(role => role == PlaceRole.Memory);
        }
    }

    public bool HasTwoTokensOnAFlow() =>
        tokens.Where((count, i) => count > 1 && net.Places[i].Role == PlaceRole.Flow).Any()
        || Children.Exists(child => child.HasTwoTokensOnAFlow());

    /// <summary>The ids at which tokens are seen.</summary>
    public IEnumerable<string> Shown() =>
        net
            .Places.SelectMany(
                (place, i) =>
                    place is { HoldsTokens: true, Shows: { } shown } ? Enumerable.Repeat(shown, tokens[i]) : []
            )
            .Concat(Children.SelectMany(child => child.Shown()));

    private void Clear(Func<PlaceRole, bool> isMeant)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (isMeant(net.Places[i].Role))
            {
                tokens[i] = 0;
            }
        }
    }
}
