using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Soundness.Exploration;
using Approvals.Workflow.Soundness.Nets;
using Approvals.Workflow.Soundness.Reduction;

namespace Approvals.Workflow.Soundness;

/// <summary>
/// What was found out about the inside of one scope, taken alone: nothing but its own end, its boundary events and what it throws
/// connects it with the outside.
/// </summary>
internal sealed class ScopeAnalysis
{
    private readonly int[] classOf;
    private readonly bool[] canEnd;
    private readonly bool[] isUnknown;

    private ScopeAnalysis(int scope, ScopeNet net, StateGraph graph)
    {
        Scope = scope;
        Net = net;
        Graph = graph;
        var transitions = graph.Game.Net.Transitions;
        var fired = graph.Fired();
        Live = transitions
            .Where((_, i) => fired[i])
            .Aggregate(graph.Game.Net.Covers, (live, transition) => live.Union(transition.Covers));
        canEnd = graph.CanReach(graph.IsEnd);
        isUnknown = graph.CanReach(graph.IsOpen);
        (classOf, Behavior) = BehaviorClasses.Of(graph, Live);
        FirstUnsafe = Find(IsUnsafe);
        FirstImproper = Find(IsImproper);
        FirstStuck = Find(IsStuck);
    }

    /// <summary>Index of the sub-process, -1 for the process.</summary>
    public int Scope { get; }

    /// <summary>The net before it was reduced: what counter-examples are told in.</summary>
    public ScopeNet Net { get; }
    public StateGraph Graph { get; }
    public ScopeBehavior Behavior { get; }

    /// <summary>The elements inside that can run.</summary>
    public ElementSet Live { get; }

    /// <summary>A state with two tokens on a flow; -1: none was found.</summary>
    public int FirstUnsafe { get; }

    /// <summary>A state at the end with two tokens in one end event; -1: none was found.</summary>
    public int FirstImproper { get; }

    /// <summary>A state from which the end can't be reached; -1: none was found.</summary>
    public int FirstStuck { get; }

    /// <summary>False when states are left that were not followed.</summary>
    public bool IsWhole => Graph.IsWhole && !Behavior.IsPartial;

    public bool IsUnsafe(int state) => Graph.Game.Doubled(Graph[state], PlaceRole.Flow) >= 0;

    public bool IsImproper(int state) => Graph.IsEnd(state) && Graph.Game.Doubled(Graph[state], PlaceRole.End) >= 0;

    public bool IsStuck(int state) => !canEnd[state] && !isUnknown[state];

    public int ClassOf(int state) => classOf[state];

    /// <param name="definition">The process.</param>
    /// <param name="scope">The sub-process, -1 for the process.</param>
    /// <param name="behaviorOf">The behaviour of the sub-processes directly inside.</param>
    /// <param name="limit">The most states to follow.</param>
    public static ScopeAnalysis Of(
        ProcessDefinition definition,
        int scope,
        Func<int, ScopeBehavior> behaviorOf,
        int limit
    )
    {
        var net = new NetBuilder(definition, scope, behaviorOf).Build();
        var game = new TokenGame(NetReduction.Reduce(net));
        if (game.Net.Throws)
        {
            // What is thrown and when can be seen from outside, so that no order may be left out.
            return new(scope, net, Explorer.Explore(game, limit, null));
        }

        var graph = Explorer.Explore(game, limit, new StubbornSets(game));
        var canStop = graph.CanReach(state => graph.IsOpen(state) || !graph.From(state).Any());
        return new(scope, net, Array.TrueForAll(canStop, each => each) ? graph : Explorer.Explore(game, limit, null));
    }

    /// <summary>The same scope with every order of steps, for the shortest way to a state; null when that is too much.</summary>
    public ScopeAnalysis? Unfolded(int limit)
    {
        var graph = Explorer.Explore(Graph.Game, limit, null);
        return graph.IsWhole && IsWhole ? new(Scope, Net, graph) : null;
    }

    private int Find(Func<int, bool> isMeant)
    {
        for (var state = 0; state < Graph.Count; state++)
        {
            if (isMeant(state))
            {
                return state;
            }
        }

        return -1;
    }
}
