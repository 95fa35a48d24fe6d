using System.Globalization;
using System.Text;

namespace Approvals.Workflow.Tests.Execution;

/// <summary>Sub-processes, their borders and events, and rounds.</summary>
internal sealed partial class RandomModel
{
    private (string First, string Last) SubProcess(int depth)
    {
        var id = Id("sub");
        var input =
            random.Next(2) == 0
                ? Extension("<zeebe:ioMapping><zeebe:input source=\"=r\" target=\"own\" /></zeebe:ioMapping>")
                : "";
        Element("subProcess", id, input + Repetition() + Scope(depth));
        return random.Next(3) switch
        {
            0 => (id, id),
            1 => Border(id, Timer("PT2H"), isInterrupting: true),
            _ => Border(
                id,
                "<bpmn:escalationEventDefinition escalationRef=\"e\" />",
                isInterrupting: random.Next(2) == 0
            ),
        };
    }

    /// <summary>Interrupted or not, one token or two go on; the exclusive gateway lets each pass.</summary>
    private (string First, string Last) Border(string host, string trigger, bool isInterrupting)
    {
        var id = Id("border");
        var cancel = isInterrupting ? "" : " cancelActivity=\"false\"";
        elements.Append(
            CultureInfo.InvariantCulture,
            $"    <bpmn:boundaryEvent id=\"{id}\" attachedToRef=\"{host}\"{cancel}>{trigger}</bpmn:boundaryEvent>\n"
        );
        if (isInterrupting)
        {
            var merge = Gateway("exclusiveGateway");
            Flow(host, merge);
            Flow(id, merge);
            return (host, merge);
        }

        var (job, _) = Job(boundary: false);
        var aside = Id("aside");
        Element("endEvent", aside, "");
        Flow(id, job);
        Flow(job, aside);
        return (host, host);
    }

    private void EventSubProcess()
    {
        var (start, task, end) = (Id("caught"), Id("react"), Id("reacted"));
        var inside = new StringBuilder();
        var (trigger, isInterrupting) = random.Next(4) switch
        {
            0 => ("<bpmn:errorEventDefinition />", true),
            1 => (Timer("PT3H"), true),
            2 => ("<bpmn:messageEventDefinition messageRef=\"m\" />", false),
            _ => ("<bpmn:escalationEventDefinition />", false),
        };
        inside.Append(
            CultureInfo.InvariantCulture,
            $"<bpmn:startEvent id=\"{start}\" isInterrupting=\"{(isInterrupting ? "true" : "false")}\">{trigger}</bpmn:startEvent>"
        );
        inside.Append(
            CultureInfo.InvariantCulture,
            $"<bpmn:serviceTask id=\"{task}\">{Extension("<zeebe:taskDefinition type=\"work\" />")}</bpmn:serviceTask>"
        );
        inside.Append(CultureInfo.InvariantCulture, $"<bpmn:endEvent id=\"{end}\" />");
        inside.Append(
            CultureInfo.InvariantCulture,
            $"<bpmn:sequenceFlow id=\"{Id("f")}\" sourceRef=\"{start}\" targetRef=\"{task}\" />"
        );
        inside.Append(
            CultureInfo.InvariantCulture,
            $"<bpmn:sequenceFlow id=\"{Id("f")}\" sourceRef=\"{task}\" targetRef=\"{end}\" />"
        );
        elements.Append(
            CultureInfo.InvariantCulture,
            $"    <bpmn:subProcess id=\"{Id("event")}\" triggeredByEvent=\"true\">{inside}</bpmn:subProcess>\n"
        );
    }

    private string Repetition()
    {
        switch (random.Next(12))
        {
            case 0:
                return "<bpmn:standardLoopCharacteristics loopMaximum=\"2\" />";
            case 1 or 2:
                var isSequential = random.Next(2) == 0 ? " isSequential=\"true\"" : "";
                var done =
                    random.Next(3) == 0
                        ? "<bpmn:completionCondition>=numberOfCompletedInstances >= 2</bpmn:completionCondition>"
                        : "";
                var list = "[" + string.Join(", ", Enumerable.Range(1, random.Next(3))) + "]";
                var loop = Extension(
                    $"<zeebe:loopCharacteristics inputCollection=\"={list}\" inputElement=\"item\" outputCollection=\"all\" outputElement=\"=item + loopCounter\" />"
                );
                return $"<bpmn:multiInstanceLoopCharacteristics{isSequential}>{loop}{done}</bpmn:multiInstanceLoopCharacteristics>";
            default:
                return "";
        }
    }
}
