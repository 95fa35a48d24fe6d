using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>Makes sub-processes and call activities, and lists what stands inside of each scope.</summary>
internal sealed class ContainerBuilder(ProcessIndex index, FeelCompiler feel)
{
    public SubProcess SubProcess(BpmnNode node, int position, Func<ElementKind, Element> plain)
    {
        var content = Content(node, position);
        return node.Name switch
        {
            "transaction" => new(plain(ElementKind.Transaction), content),
            "adHocSubProcess" => AdHoc(node, plain(ElementKind.AdHocSubProcess), content),
            _ => new(
                plain(FlowNodes.IsEventSubProcess(node) ? ElementKind.EventSubProcess : ElementKind.SubProcess),
                content
            ),
        };
    }

    public CallActivity Call(BpmnNode node, Func<ElementKind, Element> plain)
    {
        var called = node.Extension(BpmnNames.Zeebe, "calledElement");
        var processId =
            feel.OptionalValue(called, "processId")
            ?? feel.OptionalValue(called, "processIdExpression")
            ?? (node["calledElement"] is { Length: > 0 } reference ? new(BpmnNode.Local(reference), null) : null);
        return new(plain(ElementKind.CallActivity), processId)
        {
            Binding = Bindings.Of(called),
            VersionTag = called?["versionTag"],
            PassesAllVariables = called?.Is("propagateAllParentVariables", byDefault: true) ?? true,
            ReturnsAllVariables = called?.Is("propagateAllChildVariables", byDefault: true) ?? true,
        };
    }

    /// <summary>The inside of the process (-1) or of a sub-process.</summary>
    public ScopeContent Content(BpmnNode container, int scope)
    {
        var inside = index.Inside(scope).ToImmutableArray();
        var starts = inside.Where(i => index.Nodes[i].IsBpmn("startEvent")).ToList();
        var triggered = starts.Where(i => IsTriggered(index.Nodes[i])).ToList();
        return new()
        {
            Elements = inside,
            Starts = [.. starts.Except(triggered)],
            TriggeredStarts = [.. triggered, .. inside.Where(Instantiates)],
            ImplicitStarts = starts.Count > 0 ? [] : [.. inside.Where(IsImplicitStart)],
            EventSubProcesses = [.. inside.Where(i => FlowNodes.IsEventSubProcess(index.Nodes[i]))],
            DataObjects =
            [
                .. container
                    .All(BpmnNames.Bpmn, "dataObject")
                    .Where(node => node.Id is { Length: > 0 })
                    .Select(node => new DataObject(node.Id!, DataNames.Variable(node), node.Is("isCollection"))),
            ],
        };
    }

    private AdHocSubProcess AdHoc(BpmnNode node, Element basis, ScopeContent content)
    {
        var zeebe = node.Extension(BpmnNames.Zeebe, "adHoc");
        return new(basis, content)
        {
            CompletionCondition = node.Bpmn("completionCondition") is { } done ? feel.Standard(done) : null,
            IsSequential = node["ordering"] == "Sequential",
            CancelsRemaining = node.Is("cancelRemainingInstances", byDefault: true),
            ActiveElements = zeebe?["activeElementsCollection"] is { Length: > 0 } active
                ? feel.Expression(zeebe, active)
                : null,
            OutputCollection = zeebe?["outputCollection"] is { Length: > 0 } output ? output : null,
            OutputElement = zeebe?["outputElement"] is { Length: > 0 } result ? feel.Expression(zeebe, result) : null,
        };
    }

    private static bool IsTriggered(BpmnNode start) =>
        start.Children.Any(child => EventDefinitions.Is(child) || child.IsBpmn("eventDefinitionRef"));

    private bool Instantiates(int node) =>
        index.Nodes[node] is { Name: "eventBasedGateway" or "receiveTask" } instantiating
        && instantiating.Is("instantiate")
        && index.Incoming(node).IsEmpty;

    private bool IsImplicitStart(int position)
    {
        var node = index.Nodes[position];
        return index.Incoming(position).IsEmpty
            && !node.IsBpmn("boundaryEvent")
            && !FlowNodes.IsEventSubProcess(node)
            && !node.Is("isForCompensation")
            && !Instantiates(position)
            && !(node.IsBpmn("intermediateCatchEvent") && node.Bpmn("linkEventDefinition") is not null);
    }
}

/// <summary><c>bindingType</c> of the zeebe calls.</summary>
internal static class Bindings
{
    public static ResourceBinding Of(BpmnNode? call) =>
        call?["bindingType"] switch
        {
            "deployment" => ResourceBinding.Deployment,
            "versionTag" => ResourceBinding.VersionTag,
            _ => ResourceBinding.Latest,
        };
}
