using System.Globalization;
using System.Text;

namespace Approvals.Workflow.Tests.Execution;

/// <summary>
/// A random graph without any structure: exclusive, parallel and inclusive gateways, tasks that wait and tasks that don't, boundary
/// events, flows anywhere, loops and deadlocks included. Conditions read <c>r</c>.
/// </summary>
internal sealed class RandomGraph
{
    private static readonly string[] Kinds =
    [
        "manualTask",
        "serviceTask",
        "serviceTask",
        "exclusiveGateway",
        "parallelGateway",
        "inclusiveGateway",
        "inclusiveGateway",
        "endEvent",
    ];

    private readonly Random random;
    private readonly List<(string Kind, string Id)> nodes = [];
    private readonly List<(string Id, int From, int To)> flows = [];
    private readonly StringBuilder xml = new();

    public RandomGraph(Random random)
    {
        this.random = random;
        nodes.Add(("startEvent", "start"));
        var count = random.Next(4, 14);
        for (var i = 1; i <= count; i++)
        {
            var kind = Kinds[random.Next(Kinds.Length - (i < 3 ? 1 : 0))];
            nodes.Add((kind, "n" + i.ToString(CultureInfo.InvariantCulture)));
        }

        nodes.Add(("endEvent", "end"));
        Connect();
    }

    public string Xml()
    {
        for (var node = 0; node < nodes.Count; node++)
        {
            Write(node);
        }

        foreach (var flow in flows)
        {
            Write(flow);
        }

        return $"""
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="d" targetNamespace="t">
              <bpmn:process id="random" isExecutable="true">
            {xml}  </bpmn:process>
            </bpmn:definitions>
            """;
    }

    /// <summary>Every node is reached from one before it and leads to one after it; more flows go anywhere.</summary>
    private void Connect()
    {
        for (var node = 1; node < nodes.Count; node++)
        {
            Flow(Earlier(node), node);
        }

        for (var node = 0; node < nodes.Count - 1; node++)
        {
            if (nodes[node].Kind != "endEvent" && !flows.Exists(flow => flow.From == node))
            {
                Flow(node, random.Next(node + 1, nodes.Count));
            }
        }

        for (var more = random.Next(nodes.Count); more > 0; more--)
        {
            var from = random.Next(nodes.Count);
            if (nodes[from].Kind.EndsWith("Gateway", StringComparison.Ordinal))
            {
                Flow(from, random.Next(1, nodes.Count));
            }
        }

        var count = nodes.Count;
        for (var node = 0; node < count; node++)
        {
            if (nodes[node].Kind == "serviceTask" && random.Next(2) == 0)
            {
                var boundary = nodes.Count;
                nodes.Add(("boundaryEvent", "late_" + nodes[node].Id));
                Flow(boundary, random.Next(1, count));
            }
        }
    }

    private int Earlier(int node)
    {
        var earlier = random.Next(node);
        return nodes[earlier].Kind == "endEvent" ? 0 : earlier;
    }

    private void Flow(int from, int to) =>
        flows.Add(("f" + flows.Count.ToString(CultureInfo.InvariantCulture), from, to));

    private void Write(int node)
    {
        var (kind, id) = nodes[node];
        var attributes = "";
        var inner = "";
        var outgoing = flows.Where(flow => flow.From == node).ToList();
        switch (kind)
        {
            case "exclusiveGateway" or "inclusiveGateway" when outgoing.Count > 1:
                attributes = $" default=\"{outgoing[^1].Id}\"";
                break;
            case "serviceTask":
                inner =
                    "<bpmn:extensionElements><zeebe:taskDefinition type=\"work\" retries=\"1\" /></bpmn:extensionElements>";
                break;
            case "boundaryEvent":
                attributes = $" attachedToRef=\"{id["late_".Length..]}\"";
                inner =
                    "<bpmn:timerEventDefinition><bpmn:timeDuration>PT30M</bpmn:timeDuration></bpmn:timerEventDefinition>";
                break;
        }

        xml.Append(CultureInfo.InvariantCulture, $"    <bpmn:{kind} id=\"{id}\"{attributes}>{inner}</bpmn:{kind}>\n");
    }

    private void Write((string Id, int From, int To) flow)
    {
        var outgoing = flows.Where(other => other.From == flow.From).ToList();
        var isConditional =
            nodes[flow.From].Kind is "exclusiveGateway" or "inclusiveGateway"
            && outgoing.Count > 1
            && flow != outgoing[^1];
        var test = nodes[flow.From].Kind == "exclusiveGateway" ? "=" : "&gt;=";
        var condition = isConditional
            ? $"<bpmn:conditionExpression>=r {test} {outgoing.IndexOf(flow).ToString(CultureInfo.InvariantCulture)}</bpmn:conditionExpression>"
            : "";
        xml.Append(
            CultureInfo.InvariantCulture,
            $"    <bpmn:sequenceFlow id=\"{flow.Id}\" sourceRef=\"{nodes[flow.From].Id}\" targetRef=\"{nodes[flow.To].Id}\">{condition}</bpmn:sequenceFlow>\n"
        );
    }
}
