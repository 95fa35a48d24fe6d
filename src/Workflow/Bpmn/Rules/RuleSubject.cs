using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Bpmn.Xml;
using Approvals.Workflow.Bpmn.Xml.Schema;

namespace Approvals.Workflow.Bpmn.Rules;

/// <summary>What rules look at: the file as it stands, indexed, and the graph made from what could be resolved in it.</summary>
public sealed class RuleSubject
{
    private static readonly List<BpmnNode> Nothing = [];

    private readonly Dictionary<string, BpmnNode> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<BpmnNode>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<BpmnNode, List<BpmnNode>> incoming = [];
    private readonly Dictionary<BpmnNode, List<BpmnNode>> outgoing = [];
    private readonly Dictionary<BpmnNode, List<BpmnNode>> triggers = [];
    private readonly Dictionary<BpmnNode, List<BpmnNode>> boundaries = [];
    private readonly HashSet<string> imported;
    private readonly string? targetNamespace;

    internal RuleSubject(BpmnNode root, Definitions definitions, ProblemList problems)
    {
        Root = root;
        Definitions = definitions;
        Problems = problems;
        targetNamespace = root["targetNamespace"];
        imported = [.. root.All(BpmnNames.Bpmn, "import").Select(each => each["namespace"]).OfType<string>()];
        AddBelow(root, isProcess: false);
        foreach (var flow in All("sequenceFlow"))
        {
            Add(outgoing, Find(flow["sourceRef"]), flow);
            Add(incoming, Find(flow["targetRef"]), flow);
        }

        foreach (var boundary in All("boundaryEvent"))
        {
            Add(boundaries, Find(boundary["attachedToRef"]), boundary);
        }
    }

    public Definitions Definitions { get; }
    internal BpmnNode Root { get; }
    internal ProblemList Problems { get; }

    /// <summary>Every element of BPMN, in the order of the file; not what stands in extensions or in diagrams.</summary>
    internal List<BpmnNode> Nodes { get; } = [];

    /// <summary>The processes and their sub-processes.</summary>
    internal List<BpmnNode> Levels { get; } = [];

    /// <summary>The flow nodes of processes and their sub-processes.</summary>
    internal List<BpmnNode> FlowNodes { get; } = [];

    public IEnumerable<Element> Elements() => Definitions.Processes.SelectMany(process => process.Elements);

    internal IReadOnlyList<BpmnNode> All(string name) => byName.GetValueOrDefault(name, Nothing);

    /// <summary>Those of the name in processes; choreographies have events and gateways with other rules.</summary>
    internal IEnumerable<BpmnNode> InProcesses(string name) =>
        All(name).Where(node => node.Around("process") is not null);

    internal BpmnNode? Find(string? reference) =>
        reference is null ? null : byId.GetValueOrDefault(BpmnNode.Local(reference));

    /// <summary>True when the reference goes to an imported file, or for <paramref name="anyNamespace"/> out of this one at all.</summary>
    internal bool IsElsewhere(BpmnNode at, string reference, bool anyNamespace)
    {
        var (ns, _) = at.Resolve(reference.Trim());
        return ns is { Length: > 0 }
            && ns != targetNamespace
            && ns != BpmnNames.Bpmn
            && (anyNamespace || imported.Contains(ns));
    }

    /// <summary>The sequence flows that name the node as their target.</summary>
    internal IReadOnlyList<BpmnNode> Incoming(BpmnNode node) => incoming.GetValueOrDefault(node, Nothing);

    /// <summary>The sequence flows that name the node as their source.</summary>
    internal IReadOnlyList<BpmnNode> Outgoing(BpmnNode node) => outgoing.GetValueOrDefault(node, Nothing);

    internal IReadOnlyList<BpmnNode> Boundaries(BpmnNode node) => boundaries.GetValueOrDefault(node, Nothing);

    /// <summary>The event definitions of an event, those by reference included.</summary>
    internal IReadOnlyList<BpmnNode> Triggers(BpmnNode node)
    {
        if (!triggers.TryGetValue(node, out var found))
        {
            found =
            [
                .. node
                    .Children.Select(child => child.IsBpmn("eventDefinitionRef") ? Find(child.Text) : child)
                    .OfType<BpmnNode>()
                    .Where(EventDefinitions.Is),
            ];
            triggers.Add(node, found);
        }

        return found;
    }

    internal bool HasTrigger(BpmnNode node, string definition)
    {
        foreach (var trigger in Triggers(node))
        {
            if (trigger.Name == definition)
            {
                return true;
            }
        }

        return false;
    }

    internal static bool IsA(BpmnNode node, string type) => BpmnSchema.IsA(node, type);

    /// <summary>True inside a process that says so itself: the standard asks more of it.</summary>
    internal static bool IsExecutable(BpmnNode node) => node.Around("process")?.Is("isExecutable") == true;

    private void AddBelow(BpmnNode parent, bool isProcess)
    {
        foreach (var node in parent.Children)
        {
            if (node.Namespace != BpmnNames.Bpmn || node.Name is "extensionElements" or "documentation")
            {
                continue;
            }

            Nodes.Add(node);
            if (node.Id is { Length: > 0 } id)
            {
                byId.TryAdd(id, node);
            }

            if (!byName.TryGetValue(node.Name, out var same))
            {
                byName.Add(node.Name, same = []);
            }

            same.Add(node);
            var isInside = isProcess || node.Name == "process";
            if (isInside && (node.Name == "process" || Xml.FlowNodes.IsSubProcess(node)))
            {
                Levels.Add(node);
            }

            if (isInside && Xml.FlowNodes.IsFlowNode(node))
            {
                FlowNodes.Add(node);
            }

            AddBelow(node, isInside);
        }
    }

    private static void Add(Dictionary<BpmnNode, List<BpmnNode>> index, BpmnNode? key, BpmnNode value)
    {
        if (key is null)
        {
            return;
        }

        if (!index.TryGetValue(key, out var values))
        {
            index.Add(key, values = []);
        }

        values.Add(value);
    }
}
