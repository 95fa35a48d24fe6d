using System.Globalization;
using System.Text;

namespace Approvals.Workflow.Tests.Execution;

/// <summary>
/// Makes block-structured models: sequences, exclusive and parallel blocks and loops of tasks, timers and messages, nested in
/// sub-processes with borders and event sub-processes, repeated, called, compensated. Each completes whatever the order of work, as
/// every loop contains a job that sets <c>r</c> anew.
/// </summary>
/// <param name="verbs">More user tasks, with signers, and with ways back across a whole block.</param>
internal sealed partial class RandomModel(Random random, bool verbs = false)
{
    private readonly Dictionary<string, string> defaults = [];
    private StringBuilder elements = new();
    private List<(string Type, string Id)> gateways = [];
    private StringBuilder flows = new();
    private int count;

    /// <summary>The called process calls nobody: it would call itself for ever.</summary>
    private bool calls = true;

    public string Xml()
    {
        // Whoever tries verbs has the one process only.
        calls = !verbs;
        var main = Scope(2);
        calls = false;
        var called = verbs
            ? ""
            : $"""
                  <bpmn:process id="called" isExecutable="true">
                {Scope(0)}  </bpmn:process>

                """;
        return $"""
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:approvals="http://approvals.example/schema/bpmn/1.0" targetNamespace="t">
              <bpmn:message id="m" name="news" />
              <bpmn:escalation id="e" escalationCode="told" />
              <bpmn:process id="random" isExecutable="true">
            {main}  </bpmn:process>
            {called}</bpmn:definitions>
            """;
    }

    /// <summary>The inside of a process or sub-process.</summary>
    private string Scope(int depth)
    {
        var around = (elements, gateways, flows);
        (elements, gateways, flows) = (new(), [], new());
        var (first, last) = Block(depth);
        var (start, end) = (Id("start"), Id("end"));
        Element("startEvent", start, "");
        Element("endEvent", end, random.Next(8) == 0 ? Compensation : "");
        Flow(start, first);
        Flow(last, end);
        if (random.Next(3) == 0)
        {
            EventSubProcess();
        }

        foreach (var (type, id) in gateways)
        {
            var attribute = defaults.TryGetValue(id, out var flow) ? $" default=\"{flow}\"" : "";
            elements.Append(CultureInfo.InvariantCulture, $"    <bpmn:{type} id=\"{id}\"{attribute} />\n");
        }

        var inside = elements.Append(flows).ToString();
        (elements, gateways, flows) = around;
        return inside;
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
        random.Next(depth > 0 ? 12 : 4) switch
        {
            < 4 => Task(),
            4 => Exclusive(depth - 1),
            5 or 6 => Parallel(depth - 1),
            7 => Loop(depth - 1),
            8 or 9 or 10 => SubProcess(depth - 1),
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
        switch (random.Next(12))
        {
            case 0:
                Element("scriptTask", id, Extension("<zeebe:script expression=\"=r + 1\" resultVariable=\"s\" />"));
                break;
            case 1:
                UserTask(id, "");
                break;
            case 2:
                Element("intermediateCatchEvent", id, Timer("PT1H"));
                break;
            case 3:
                Element("intermediateCatchEvent", id, "<bpmn:messageEventDefinition messageRef=\"m\" />");
                break;
            case 4:
                Element("task", id, Repetition());
                break;
            case 5 when calls:
                Element("callActivity", id, Extension("<zeebe:calledElement processId=\"called\" />") + Repetition());
                break;
            case 6:
                Element("intermediateThrowEvent", id, Compensation);
                break;
            case 7:
                Element("intermediateThrowEvent", id, "<bpmn:escalationEventDefinition escalationRef=\"e\" />");
                break;
            case 8 or 9:
                Compensable(id);
                break;
            default:
                return Job(boundary: random.Next(2) == 0);
        }

        return (id, id);
    }

    private void Compensable(string id)
    {
        var (border, undo) = (Id("c"), Id("undo"));
        Element("serviceTask", id, Extension("<zeebe:taskDefinition type=\"work\" retries=\"1\" />") + Repetition());
        elements.Append(
            CultureInfo.InvariantCulture,
            $"    <bpmn:boundaryEvent id=\"{border}\" attachedToRef=\"{id}\">{Compensation}</bpmn:boundaryEvent>\n"
        );
        var work =
            random.Next(2) == 0
                ? "<zeebe:taskDefinition type=\"undo\" />"
                : "<zeebe:script expression=\"=1\" resultVariable=\"undone\" />";
        var type = work.Contains("script", StringComparison.Ordinal) ? "scriptTask" : "serviceTask";
        elements.Append(
            CultureInfo.InvariantCulture,
            $"    <bpmn:{type} id=\"{undo}\" isForCompensation=\"true\">{Extension(work)}</bpmn:{type}>\n"
        );
        elements.Append(
            CultureInfo.InvariantCulture,
            $"    <bpmn:association id=\"{Id("a")}\" sourceRef=\"{border}\" targetRef=\"{undo}\" />\n"
        );
    }

    private (string First, string Last) Job(bool boundary)
    {
        var id = Id("job");
        Element("serviceTask", id, Extension("<zeebe:taskDefinition type=\"work\" retries=\"1\" />"));
        if (!boundary)
        {
            return (id, id);
        }

        return Border(id, random.Next(2) == 0 ? Timer("PT30M") : "<bpmn:errorEventDefinition />", isInterrupting: true);
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

    private const string Compensation = "<bpmn:compensateEventDefinition />";

    private static string Timer(string duration) =>
        $"<bpmn:timerEventDefinition><bpmn:timeDuration>{duration}</bpmn:timeDuration></bpmn:timerEventDefinition>";

    private static string Extension(string inner) => $"<bpmn:extensionElements>{inner}</bpmn:extensionElements>";
}
