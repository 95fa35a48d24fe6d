namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>All rules, in the order in which they speak about one place.</summary>
public static class BpmnRules
{
    /// <summary>What the standard asks of the structure; a file that keeps it can be run.</summary>
    public static IReadOnlyList<BpmnRule> Structure { get; } =
    [
        new ProcessIds(),
        new UniqueIds(),
        new NodesHaveIds(),
        new FlowReferences(),
        new FlowsAgree(),
        new StartEvents(),
        new EndEvents(),
        new EveryNodeIsReached(),
        new EveryNodeGoesOn(),
        new ProcessStarts(),
        new DefaultFlows(),
        new ConditionsLeave(),
        new GatewayDirections(),
        new BoundaryHosts(),
        new EventTriggers(),
        new MessageReferences(),
        new TimerTexts(),
        new OneTokenAtATime(),
    ];

    /// <summary>What a deployment asks besides: nobody and nothing is left without an owner.</summary>
    public static IReadOnlyList<BpmnRule> Deployment { get; } =
    [.. Structure, new JobTypes(), new TaskOwners(), new ClockBasis()];
}
