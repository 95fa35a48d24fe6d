using System.Globalization;
using System.Text;

namespace Approvals.Workflow.Tests.Soundness;

/// <summary>Makes small models of any shape: whatever can be drawn, sound or not.</summary>
internal sealed class RandomNet(Random random)
{
    private readonly StringBuilder flows = new();
    private int count;

    public string Xml() =>
        $"""
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:approvals="http://approvals.example/schema/bpmn/1.0" targetNamespace="t">
            <bpmn:error id="E1" errorCode="1" /><bpmn:error id="E2" errorCode="2" />
            <bpmn:escalation id="S1" escalationCode="1" /><bpmn:escalation id="S2" escalationCode="2" />
            <bpmn:process id="random" isExecutable="true">
            {Inside(random.Next(1, 7), 2, isTransaction: false)}
            </bpmn:process>
            </bpmn:definitions>
            """;

    private string Inside(int size, int depth, bool isTransaction)
    {
        var text = new StringBuilder();
        var starts = random.Next(12) == 0 && depth == 2 ? 2 : 1;
        var sources = new List<(string Id, string Kind)>();
        for (var i = 0; i < starts; i++)
        {
            sources.Add((Add(text, "startEvent"), "startEvent"));
        }

        var nodes = new List<(string Id, string Kind)>();
        var attached = new List<string>();
        for (var i = 0; i < size; i++)
        {
            nodes.Add(Node(text, depth, attached));
        }

        sources.AddRange(attached.Select(id => (id, "boundaryEvent")));
        var ends = new List<string>();
        for (var i = random.Next(1, 3); i > 0; i--)
        {
            ends.Add(End(text, isTransaction));
        }

        Connect(text, sources, nodes, ends);
        if (random.Next(7) == 0 && depth > 0)
        {
            Listener(text, depth);
        }

        return text.ToString();
    }

    private void Connect(
        StringBuilder text,
        List<(string Id, string Kind)> sources,
        List<(string Id, string Kind)> nodes,
        List<string> ends
    )
    {
        var outgoing = new Dictionary<string, int>();
        var reached = new List<(string Id, string Kind)>(sources);
        foreach (var node in nodes)
        {
            Flow(reached[random.Next(reached.Count)], node.Id);
            reached.Add(node);
        }

        foreach (var end in ends)
        {
            Flow(reached[random.Next(reached.Count)], end);
        }

        string[] targets = [.. nodes.Select(node => node.Id), .. ends];
        for (var i = random.Next(nodes.Count + 1); i > 0; i--)
        {
            Flow(reached[random.Next(reached.Count)], targets[random.Next(targets.Length)]);
        }

        foreach (var node in reached.Where(node => !outgoing.ContainsKey(node.Id) && random.Next(10) > 0))
        {
            Flow(node, random.Next(3) > 0 ? ends[random.Next(ends.Count)] : targets[random.Next(targets.Length)]);
        }

        text.Append(flows);
        flows.Clear();

        void Flow((string Id, string Kind) from, string to)
        {
            outgoing[from.Id] = outgoing.GetValueOrDefault(from.Id) + 1;
            var condition =
                from.Kind is "task" && random.Next(3) == 0
                    ? "<bpmn:conditionExpression>=true</bpmn:conditionExpression>"
                    : "";
            flows.Append(
                CultureInfo.InvariantCulture,
                $"<bpmn:sequenceFlow id=\"f{++count}\" sourceRef=\"{from.Id}\" targetRef=\"{to}\">{condition}</bpmn:sequenceFlow>\n"
            );
        }
    }

    private (string Id, string Kind) Node(StringBuilder text, int depth, List<string> attached)
    {
        var kind = random.Next(100) switch
        {
            < 28 => "task",
            < 46 => "exclusiveGateway",
            < 62 => "parallelGateway",
            < 76 => "inclusiveGateway",
            < 79 => "complexGateway",
            < 82 => "eventBasedGateway",
            < 85 => "intermediateThrowEvent",
            _ => depth > 0 ? "subProcess" : "task",
        };
        var id = kind switch
        {
            "complexGateway" => Add(
                text,
                kind,
                random.Next(2) == 0 ? "<bpmn:activationCondition>=true</bpmn:activationCondition>" : ""
            ),
            "intermediateThrowEvent" => Add(text, kind, Escalation()),
            "subProcess" => SubProcess(text, depth),
            _ => Add(text, kind),
        };
        var borders = kind switch
        {
            "task" => random.Next(8) switch
            {
                0 => 1,
                1 => 2,
                _ => 0,
            },
            "subProcess" => random.Next(3),
            _ => 0,
        };
        for (; borders > 0; borders--)
        {
            attached.Add(Boundary(text, id, kind == "subProcess"));
        }

        return (id, kind);
    }

    private string SubProcess(StringBuilder text, int depth)
    {
        var size = random.Next(0, 4);
        switch (random.Next(6))
        {
            case 0:
                return Add(text, "transaction", Saved(() => Inside(size, depth - 1, isTransaction: true)));
            case 1:
                var id = $"n{++count}";
                var inside = new StringBuilder();
                for (var i = random.Next(1, 4); i > 0; i--)
                {
                    Add(inside, "task");
                }

                var done = random.Next(2) == 0 ? "<bpmn:completionCondition>=true</bpmn:completionCondition>" : "";
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"<bpmn:adHocSubProcess id=\"{id}\">{inside}{done}</bpmn:adHocSubProcess>\n"
                );
                return id;
            default:
                return Add(text, "subProcess", Saved(() => Inside(size, depth - 1, isTransaction: false)));
        }
    }

    private string Boundary(StringBuilder text, string host, bool onSubProcess)
    {
        var (definition, mayGoOn) = (onSubProcess ? random.Next(6) : 0) switch
        {
            1 => (Error(), false),
            2 => (Escalation(), true),
            3 => ("<bpmn:cancelEventDefinition />", false),
            _ => ("<bpmn:signalEventDefinition />", true),
        };
        var goesOn = mayGoOn && random.Next(2) == 0 ? " cancelActivity=\"false\"" : "";
        return Add(text, "boundaryEvent", definition, $" attachedToRef=\"{host}\"{goesOn}");
    }

    private void Listener(StringBuilder text, int depth)
    {
        var (definition, mayGoOn) = random.Next(4) switch
        {
            0 => (Error(), false),
            1 => (Escalation(), true),
            _ => ("<bpmn:signalEventDefinition />", true),
        };
        var goesOn = mayGoOn && random.Next(2) == 0 ? " isInterrupting=\"false\"" : "";
        var inside = new StringBuilder();
        var start = Add(inside, "startEvent", definition, goesOn);
        var rest = Saved(() => Inside(random.Next(0, 2), depth - 1, isTransaction: false));
        // The one start event is the triggered one.
        var plain = rest[(rest.IndexOf("id=\"", StringComparison.Ordinal) + 4)..];
        plain = plain[..plain.IndexOf('"', StringComparison.Ordinal)];
        rest = rest[(rest.IndexOf("</bpmn:startEvent>", StringComparison.Ordinal) + "</bpmn:startEvent>".Length)..];
        Add(
            text,
            "subProcess",
            inside + rest.Replace($"\"{plain}\"", $"\"{start}\"", StringComparison.Ordinal),
            " triggeredByEvent=\"true\""
        );
    }

    private string End(StringBuilder text, bool isTransaction) =>
        Add(
            text,
            "endEvent",
            random.Next(20) switch
            {
                0 => "<bpmn:terminateEventDefinition />",
                1 => Error(),
                2 => Escalation(),
                3 or 4 when isTransaction => "<bpmn:cancelEventDefinition />",
                _ => "",
            }
        );

    private string Error() =>
        random.Next(3) is var code && code == 0
            ? "<bpmn:errorEventDefinition />"
            : $"<bpmn:errorEventDefinition errorRef=\"E{code}\" />";

    private string Escalation() =>
        random.Next(3) is var code && code == 0
            ? "<bpmn:escalationEventDefinition />"
            : $"<bpmn:escalationEventDefinition escalationRef=\"S{code}\" />";

    /// <summary>The flows of the scope around are kept for later.</summary>
    private string Saved(Func<string> inside)
    {
        var outer = flows.ToString();
        flows.Clear();
        var text = inside();
        flows.Clear().Append(outer);
        return text;
    }

    private string Add(StringBuilder text, string kind, string content = "", string attributes = "")
    {
        var id = $"n{++count}";
        text.Append(CultureInfo.InvariantCulture, $"<bpmn:{kind} id=\"{id}\"{attributes}>{content}</bpmn:{kind}>\n");
        return id;
    }
}
