using Approvals.Workflow.Bpmn.Rules.Activities;
using Approvals.Workflow.Bpmn.Rules.Collaborations;
using Approvals.Workflow.Bpmn.Rules.Data;
using Approvals.Workflow.Bpmn.Rules.Engine;
using Approvals.Workflow.Bpmn.Rules.Events;
using Approvals.Workflow.Bpmn.Rules.Flows;
using Approvals.Workflow.Bpmn.Rules.Gateways;
using Approvals.Workflow.Bpmn.Rules.Owners;
using Approvals.Workflow.Bpmn.Rules.References;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>The rules and the sets of them that are asked.</summary>
public static class BpmnRules
{
    public static IReadOnlyList<BpmnRule> All { get; } =
    [
        new ArtifactReferences(),
        new CallReferences(),
        new CollaborationReferences(),
        new CorrelationReferences(),
        new DataReferences(),
        new DiagramReferences(),
        new EventReferences(),
        new FlowReferences(),
        new ItemReferences(),
        new LaneReferences(),
        new MessageReferences(),
        new OperationReferences(),
        new ParticipantReferences(),
        new ResourceReferences(),
        new SharedDefinitions(),
        new UniqueIds(),
        new ConditionsBranch(),
        new ConditionsLeave(),
        new DefaultFlows(),
        new FlowScopes(),
        new FlowsAgree(),
        new FlowsListed(),
        new ImmediateFlows(),
        new BoundaryHosts(),
        new BoundaryIncoming(),
        new BoundaryOutgoing(),
        new BoundaryTriggers(),
        new CalledStarts(),
        new CancelBoundaries(),
        new CancelEnds(),
        new CatchTriggers(),
        new EmbeddedStartTriggers(),
        new ConditionTexts(),
        new EndEvents(),
        new EndResults(),
        new EndsForStarts(),
        new EndsReached(),
        new ErrorCodes(),
        new EscalationCodes(),
        new EventData(),
        new EventSubProcessFlows(),
        new EventSubProcessStarts(),
        new EventSubProcessTriggers(),
        new EveryNodeGoesOn(),
        new EveryNodeIsReached(),
        new InterruptingOnly(),
        new LinkFlows(),
        new LinkTargets(),
        new MessagesNamed(),
        new ProcessStartTriggers(),
        new StartEvents(),
        new StartsForEnds(),
        new StartsLead(),
        new ThrowResults(),
        new EventGatewayFlows(),
        new EventGatewayMessages(),
        new EventGatewayStarts(),
        new EventGatewayTargetFlows(),
        new EventGatewayTargets(),
        new EventGatewayTasks(),
        new EventGatewayTypes(),
        new GatewayDirections(),
        new GatewaySplits(),
        new AdHocActivities(),
        new AdHocContents(),
        new CompensationActivities(),
        new CompensationHandlers(),
        new MultiInstanceCounts(),
        new MultiInstanceInputs(),
        new NoChoreography(),
        new Quantities(),
        new ReceiveStarts(),
        new ScriptFormats(),
        new SubProcessData(),
        new AssociationItems(),
        new AssociationOwners(),
        new AssociationScopes(),
        new AssociationSources(),
        new CallData(),
        new CallableBindings(),
        new Collections(),
        new ExpressionBodies(),
        new EventItems(),
        new InputSets(),
        new InstanceItems(),
        new MessageData(),
        new OptionalData(),
        new OutputSets(),
        new ServiceData(),
        new SetPairs(),
        new ChoreographyReferences(),
        new MessageFlowEvents(),
        new MessageFlowPools(),
        new Multiplicities(),
        new PublicProcesses(),
        new TextFormats(),
        new CalledElements(),
        new ImplicitEvents(),
        new InstanceCounts(),
        new NodesHaveIds(),
        new OneTokenAtATime(),
        new ExtensionsUnderstood(),
        new ProcessIds(),
        new ProcessStarts(),
        new TimerForms(),
        new TimerTexts(),
        new ClockBasis(),
        new JobTypes(),
        new TaskOwners(),
    ];

    /// <summary>The schema and the standard's constraints on structure: what keeps them is valid BPMN 2.0, from whatever tool.</summary>
    public static RuleSet Structure { get; } = new(ProblemLevel.Structure);

    /// <summary>What a model must keep to be tried out: nothing that leaves open what it means or that this engine can't do.</summary>
    public static RuleSet Running { get; } = new(ProblemLevel.Execution, forgivesHarmless: true);

    /// <summary>Valid, and executable by this engine.</summary>
    public static RuleSet Execution { get; } = new(ProblemLevel.Execution);

    /// <summary>All of it: nobody and nothing is left without an owner.</summary>
    public static RuleSet Deployment { get; } = new(ProblemLevel.Deployment);
}
