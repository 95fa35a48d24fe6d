using System.Globalization;
using System.Text;

namespace Approvals.Workflow.Tests.Execution;

/// <summary>
/// Makes block-structured models: sequences, exclusive and parallel blocks and loops of tasks, timers and messages. Each
/// completes whatever the order of work, as every loop contains a job that sets <c>r</c> anew.
/// </summary>
/// <param name="verbs">More user tasks, with signers, and with ways back across a whole block.</param>
internal sealed class RandomModel(Random random, bool verbs = false)
{
    private readonly StringBuilder elements = new();
    private readonly List<(string Type, string Id)> gateways = [];
    private readonly Dictionary<string, string> defaults = [];
    private readonly StringBuilder flows = new();
    private int count;

    public string Xml()
    {
        var (first, last) = Block(3);
        Element("startEvent", "start", "");
        Element("endEvent", "end", "");
        Flow("start", first);
        Flow(last, "end");
        foreach (var (type, id) in gateways)
        {
            var attribute = defaults.TryGetValue(id, out var flow) ? $" default=\"{flow}\"" : "";
            elements.Append(CultureInfo.InvariantCulture, $"    <bpmn:{type} id=\"{id}\"{attribute} />\n");
        }

        return $"""
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:approvals="http://approvals.example/schema/bpmn/1.0" targetNamespace="t">
              <bpmn:message id="m" name="news" />
              <bpmn:process id="random" isExecutable="true">
                <bpmn:extensionElements />
            {elements}{flows}  </bpmn:process>
            </bpmn:definitions>
            """;
    }

    private (string First, string Last) Block(int depth) =>
        verbs && depth > 0 && random.Next(2) == 0 ? Review(depth - 1) : AnyBlock(depth);

    /// <summary>A user task, anything, and a user task from which the first can be returned to.</summary>
    private (string First, string Last) Review(int depth)
    {
        var first = Id("t");
        var last = Id("t");
        UserTask(first, "");
        UserTask(last, $"<approvals:returnTo target=\"{first}\" by=\"reviewer submitter\" />");
        var (begin, end) = Block(depth);
        Flow(first, begin);
        Flow(end, last);
        return (first, last);
    }

    private void UserTask(string id, string more) =>
        Element(
            "userTask",
            id,
            Extension(
                $"<zeebe:assignmentDefinition candidateGroups=\"=[&quot;clerk@hall&quot;]\" /><approvals:signers maximum=\"3\" />{more}"
            )
        );

    private (string First, string Last) AnyBlock(int depth) =>
        random.Next(depth > 0 ? 9 : 4) switch
        {
            < 4 => Task(),
            4 => Exclusive(depth - 1),
            5 or 6 => Parallel(depth - 1),
            7 => Loop(depth - 1),
            _ => Sequence(depth - 1),
        };

    private (string First, string Last) Sequence(int depth)
    {
        var (first, last) = Block(depth);
        for (var more = random.Next(1, 3); more > 0; more--)
        {
            var (next, nextLast) = Block(depth);
            Flow(last, next);
            last = nextLast;
        }

        return (first, last);
    }

    private (string First, string Last) Exclusive(int depth)
    {
        var split = Gateway("exclusiveGateway");
        var merge = Gateway("exclusiveGateway");
        var branches = random.Next(2, 4);
        for (var i = 0; i < branches; i++)
        {
            var (first, last) = Block(depth);
            var flow = Flow(split, first, i < branches - 1 ? $"=r = {i}" : null);
            defaults[split] = flow;
            Flow(last, merge);
        }

        return (split, merge);
    }

    private (string First, string Last) Parallel(int depth)
    {
        var fork = Gateway("parallelGateway");
        var join = Gateway("parallelGateway");
        for (var branches = random.Next(2, 4); branches > 0; branches--)
        {
            var (first, last) = Block(depth);
            Flow(fork, first);
            Flow(last, join);
        }

        return (fork, join);
    }

    private (string First, string Last) Loop(int depth)
    {
        var merge = Gateway("exclusiveGateway");
        var split = Gateway("exclusiveGateway");
        var exit = Id("out");
        Element("manualTask", exit, "");
        var (first, last) = Block(depth);
        var (job, _) = Job(boundary: false);
        Flow(merge, first);
        Flow(last, job);
        Flow(job, split);
        Flow(split, merge, "=r = 0");
        defaults[split] = Flow(split, exit);
        return (merge, exit);
    }

    private (string First, string Last) Task()
    {
        var id = Id("t");
        switch (random.Next(7))
        {
            case 0:
                Element("scriptTask", id, Extension("<zeebe:script expression=\"=r + 1\" resultVariable=\"s\" />"));
                break;
            case 1:
                UserTask(id, "");
                break;
            case 2:
                var wait =
                    "<bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>";
                Element("intermediateCatchEvent", id, wait);
                break;
            case 3:
                Element("intermediateCatchEvent", id, "<bpmn:messageEventDefinition messageRef=\"m\" />");
                break;
            case 4:
                Element("task", id, "");
                break;
            default:
                return Job(boundary: random.Next(2) == 0);
        }

        return (id, id);
    }

    private (string First, string Last) Job(bool boundary)
    {
        var id = Id("job");
        Element("serviceTask", id, Extension("<zeebe:taskDefinition type=\"work\" retries=\"1\" />"));
        if (!boundary)
        {
            return (id, id);
        }

        var late = Id("late");
        var merge = Gateway("exclusiveGateway");
        elements.Append(
            CultureInfo.InvariantCulture,
            $"    <bpmn:boundaryEvent id=\"{late}\" attachedToRef=\"{id}\"><bpmn:timerEventDefinition><bpmn:timeDuration>PT30M</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>\n"
        );
        Flow(id, merge);
        Flow(late, merge);
        return (id, merge);
    }

    private string Gateway(string type)
    {
        var id = Id("g");
        gateways.Add((type, id));
        return id;
    }

    private void Element(string type, string id, string inner) =>
        elements.Append(CultureInfo.InvariantCulture, $"    <bpmn:{type} id=\"{id}\">{inner}</bpmn:{type}>\n");

    private string Flow(string from, string to, string? condition = null)
    {
        var id = Id("f");
        var inner = condition is null ? "" : $"<bpmn:conditionExpression>{condition}</bpmn:conditionExpression>";
        flows.Append(
            CultureInfo.InvariantCulture,
            $"    <bpmn:sequenceFlow id=\"{id}\" sourceRef=\"{from}\" targetRef=\"{to}\">{inner}</bpmn:sequenceFlow>\n"
        );
        return id;
    }

    private string Id(string prefix) => prefix + (++count).ToString(CultureInfo.InvariantCulture);

    private static string Extension(string inner) => $"<bpmn:extensionElements>{inner}</bpmn:extensionElements>";
}
