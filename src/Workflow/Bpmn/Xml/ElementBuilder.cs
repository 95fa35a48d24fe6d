using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>Makes one element of the executable graph from its node.</summary>
internal sealed class ElementBuilder
{
    private readonly ProcessIndex index;
    private readonly ClockBuilder clocks;
    private readonly FeelCompiler feel;
    private readonly ProblemList problems;
    private readonly TriggerBuilder triggers;
    private readonly ZeebeExtensions zeebe;
    private readonly TaskBuilder tasks;
    private readonly UserTaskBuilder userTasks;
    private readonly EventBuilder events;
    private readonly ContainerBuilder containers;
    private readonly LoopBuilder loops;
    private readonly DataBuilder associations;
    private readonly ImmutableHashSet<string> separated;
    private readonly ImmutableHashSet<string> returnTargets;

    public ElementBuilder(
        ProcessIndex index,
        ClockBuilder clocks,
        RootElements roots,
        FeelCompiler feel,
        ProblemList problems
    )
    {
        this.index = index;
        this.clocks = clocks;
        this.feel = feel;
        this.problems = problems;
        zeebe = new(feel, problems);
        triggers = new(index, roots, feel);
        tasks = new(triggers, feel, zeebe, problems);
        userTasks = new(index, feel, zeebe, problems);
        events = new(index, triggers, tasks);
        containers = new(index, feel);
        var data = new DataIndex(index.Process);
        loops = new(triggers, data, feel);
        associations = new(data, feel, problems);
        separated =
        [
            .. index
                .Nodes.Select(node => node.Extension(BpmnNames.Approvals, "separation")?["from"])
                .OfType<string>()
                .SelectMany(list => list.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        ];
        returnTargets =
        [
            .. index
                .Nodes.SelectMany(node => node.Bpmn("extensionElements")?.All(BpmnNames.Approvals, "returnTo") ?? [])
                .Select(edge => edge["target"])
                .OfType<string>(),
        ];
    }

    /// <summary>The inside of the process itself.</summary>
    public ScopeContent Content() => containers.Content(index.Process, -1);

    public Element Build(BpmnNode node, int position)
    {
        Element Plain(ElementKind kind) => Basis(node, position, kind);
        return TypeOf(node) switch
        {
            "startEvent" => events.Start(node, Plain),
            "endEvent" => events.End(node, Plain),
            "intermediateThrowEvent" => events.Throw(node, position, Plain),
            "intermediateCatchEvent" => events.Catch(node, Plain),
            "boundaryEvent" => events.Boundary(node, position, Plain),
            "task" => Plain(ElementKind.AbstractTask),
            "manualTask" => Plain(ElementKind.ManualTask),
            "userTask" => userTasks.Build(node, position, Plain(ElementKind.UserTask)),
            "serviceTask" => tasks.Job(node, Plain(ElementKind.ServiceTask)),
            "sendTask" => tasks.Job(node, Plain(ElementKind.SendTask)),
            "businessRuleTask" => tasks.BusinessRule(node, Plain),
            "scriptTask" => node.Extension(BpmnNames.Zeebe, "taskDefinition") is null
                ? tasks.Script(node, Plain(ElementKind.ScriptTask))
                : tasks.Job(node, Plain(ElementKind.ServiceTask)),
            "receiveTask" => new CatchEvent(Plain(ElementKind.ReceiveTask), [triggers.OfTask(node)]),
            "exclusiveGateway" => Plain(ElementKind.ExclusiveGateway),
            "parallelGateway" => Plain(ElementKind.ParallelGateway),
            "inclusiveGateway" => Plain(ElementKind.InclusiveGateway),
            "complexGateway" => new ComplexGateway(
                Plain(ElementKind.ComplexGateway),
                node.Bpmn("activationCondition") is { } condition ? feel.Standard(condition) : null
            ),
            "eventBasedGateway" => new EventBasedGateway(Plain(ElementKind.EventBasedGateway))
            {
                Instantiates = node.Is("instantiate"),
                IsParallel = node["eventGatewayType"] == "Parallel",
            },
            "subProcess" or "transaction" or "adHocSubProcess" => containers.SubProcess(node, position, Plain),
            "callActivity" => containers.Call(node, Plain),
            _ => throw new ArgumentException($"<{node.Name}> is no flow node.", nameof(node)),
        };
    }

    /// <summary>The local name of the node, of a global task that of the task it is.</summary>
    private static string TypeOf(BpmnNode node) =>
        !FlowNodes.IsGlobalTask(node) ? node.Name
        : node.Name == "globalTask" ? "task"
        : char.ToLowerInvariant(node.Name["global".Length]) + node.Name["global".Length..][1..];

    private Element Basis(BpmnNode node, int position, ElementKind kind) =>
        new()
        {
            Index = position,
            Id = node.Id!,
            Name = node["name"],
            Kind = kind,
            TypeName = TypeOf(node),
            Position = node.Position,
            Scope = index.ScopeOf(position),
            Incoming = index.Incoming(position),
            Outgoing = index.Outgoing(position),
            DefaultFlow = index.IndexOfFlow(node["default"]),
            Boundaries = index.Boundaries(position),
            Loop = loops.Of(node),
            IsForCompensation = node.Is("isForCompensation"),
            CompensationHandler = CompensationHandler(position),
            DataInputs = associations.Inputs(node),
            DataOutputs = associations.Outputs(node),
            Inputs = zeebe.Mappings(node, "input"),
            Outputs = zeebe.Mappings(node, "output"),
            Properties = zeebe.Pairs(node, "properties", "property", "name"),
            Clocks = clocks.LinksOfElement(position),
            IsSeparated = separated.Contains(node.Id!),
            IsReturnTarget = returnTargets.Contains(node.Id!),
        };

    private int CompensationHandler(int position)
    {
        foreach (var boundary in index.Boundaries(position))
        {
            if (index.HandlerOf(boundary) is var handler and >= 0)
            {
                return handler;
            }
        }

        return -1;
    }
}
