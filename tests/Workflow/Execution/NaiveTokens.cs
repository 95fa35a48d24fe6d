using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.Events;

namespace Approvals.Workflow.Tests.Execution;

/// <summary>
/// The tokens of a flat process, counted from its events by the standard's words alone, and the clause of the inclusive join
/// (BPMN §13.4.3) tried path by path.
/// </summary>
internal sealed class NaiveTokens(ProcessDefinition definition)
{
    private readonly int[] onFlow = new int[definition.Flows.Length];
    private readonly Dictionary<long, Element> active = [];
    private readonly List<int> joined = [];

    public bool AreGone => active.Count == 0 && onFlow.All(tokens => tokens == 0) && joined.Count == 0;

    public int On(int flow) => onFlow[flow];

    public void Count(WorkflowEvent happened)
    {
        switch (happened)
        {
            case FlowTaken e:
                onFlow[definition.FindFlow(e.FlowId)!.Index]++;
                break;
            case TokensJoined e:
                var gateway = definition.FindElement(e.ElementId)!;
                IsEnabled(gateway).ShouldBeTrue($"'{gateway.Id}' joined too early");
                e.FlowIds.ShouldBe(
                    gateway.Incoming.Where(flow => onFlow[flow] > 0).Select(flow => definition.Flows[flow].Id)
                );
                foreach (var flow in e.FlowIds)
                {
                    onFlow[definition.FindFlow(flow)!.Index]--;
                }

                joined.Add(gateway.Index);
                break;
            case ElementActivated e:
                Enter(e);
                break;
            case ElementCompleted e:
                active.Remove(e.Key).ShouldBeTrue();
                break;
            case ElementTerminated e:
                active.Remove(e.Key).ShouldBeTrue();
                break;
        }
    }

    /// <summary>Nothing is left that could go on by itself.</summary>
    public void CheckRest()
    {
        joined.ShouldBeEmpty();
        foreach (var element in definition.Elements)
        {
            var marked = element.Incoming.Count(flow => onFlow[flow] > 0);
            switch (element.Kind)
            {
                case ElementKind.InclusiveGateway when element.Incoming.Length > 1:
                    IsEnabled(element).ShouldBeFalse($"'{element.Id}' should have joined");
                    break;
                case ElementKind.ParallelGateway when element.Incoming.Length > 1:
                    marked.ShouldBeLessThan(element.Incoming.Length, $"'{element.Id}' should have joined");
                    break;
                default:
                    marked.ShouldBe(0, $"a token was left before '{element.Id}'");
                    break;
            }
        }
    }

    private void Enter(ElementActivated entered)
    {
        var element = definition.FindElement(entered.ElementId)!;
        active.Add(entered.Key, element);
        if (element.Kind == ElementKind.InclusiveGateway && element.Incoming.Length > 1)
        {
            joined.Remove(element.Index).ShouldBeTrue($"'{element.Id}' went on without its tokens");
            return;
        }

        var consumed =
            element.IsJoin ? element.Incoming
            : entered.FlowId is { } via ? [definition.FindFlow(via)!.Index]
            : [];
        foreach (var flow in consumed)
        {
            (--onFlow[flow]).ShouldBeGreaterThanOrEqualTo(0, $"'{element.Id}' took a token that was not there");
        }
    }

    private bool IsEnabled(Element gateway)
    {
        if (gateway.Incoming.All(flow => onFlow[flow] == 0))
        {
            return false;
        }

        foreach (var start in Starts(gateway))
        {
            var reached = new HashSet<int>();
            Walk(gateway, start, [], reached);
            if (reached.Any(flow => onFlow[flow] == 0) && !reached.Any(flow => onFlow[flow] > 0))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The elements that tokens elsewhere are in or will enter next.</summary>
    private IEnumerable<Element> Starts(Element gateway) =>
        definition
            .Flows.Where(flow => onFlow[flow.Index] > 0 && flow.Target != gateway.Index)
            .Select(flow => definition.Elements[flow.Target])
            .Concat(active.Values);

    /// <summary>The incoming flows of the gateway that some path from the element ends with, not visiting the gateway on its way.</summary>
    private void Walk(Element gateway, Element at, HashSet<int> visited, HashSet<int> reached)
    {
        if (!visited.Add(at.Index))
        {
            return;
        }

        foreach (var index in at.Outgoing)
        {
            var flow = definition.Flows[index];
            if (flow.Target == gateway.Index)
            {
                reached.Add(index);
            }
            else
            {
                Walk(gateway, definition.Elements[flow.Target], visited, reached);
            }
        }

        foreach (var boundary in at.Boundaries)
        {
            Walk(gateway, definition.Elements[boundary], visited, reached);
        }
    }
}
