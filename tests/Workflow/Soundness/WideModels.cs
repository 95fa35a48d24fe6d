using System.Globalization;
using System.Text;

namespace Approvals.Workflow.Tests.Soundness;

/// <summary>Models with more states than can be followed one by one.</summary>
internal static class WideModels
{
    public static string Parallel(int branches, int tasks)
    {
        var text = new StringBuilder("<bpmn:parallelGateway id=\"join\" /><bpmn:endEvent id=\"end\" />");
        for (var branch = 0; branch < branches; branch++)
        {
            var last = "fork";
            for (var task = 0; task < tasks; task++)
            {
                text.Append(CultureInfo.InvariantCulture, $"<bpmn:task id=\"t{branch}x{task}\" />");
                last = Flow(text, last, $"t{branch}x{task}");
            }

            Flow(text, last, "join");
        }

        Flow(text, "join", "end");
        return Wrap(text);
    }

    /// <summary>Every branch ends for itself.</summary>
    public static string ParallelEnds(int branches)
    {
        var text = new StringBuilder();
        for (var branch = 0; branch < branches; branch++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"<bpmn:task id=\"t{branch}\" /><bpmn:endEvent id=\"e{branch}\" />"
            );
            Flow(text, "fork", $"t{branch}");
            Flow(text, $"t{branch}", $"e{branch}");
        }

        return Wrap(text);
    }

    /// <summary>Every branch may leave by its border towards an end of its own instead of going on to the inclusive join.</summary>
    public static string ParallelLeaving(int branches)
    {
        var text = new StringBuilder("<bpmn:inclusiveGateway id=\"join\" /><bpmn:endEvent id=\"end\" />");
        for (var branch = 0; branch < branches; branch++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"<bpmn:task id=\"t{branch}\" /><bpmn:endEvent id=\"e{branch}\" /><bpmn:boundaryEvent id=\"b{branch}\" attachedToRef=\"t{branch}\"><bpmn:signalEventDefinition /></bpmn:boundaryEvent>"
            );
            Flow(text, "fork", $"t{branch}");
            Flow(text, $"t{branch}", "join");
            Flow(text, $"b{branch}", $"e{branch}");
        }

        Flow(text, "join", "end");
        return Wrap(text);
    }

    private static string Wrap(StringBuilder text)
    {
        text.Append("<bpmn:startEvent id=\"start\" /><bpmn:parallelGateway id=\"fork\" />");
        Flow(text, "start", "fork");
        return $"""
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
            <bpmn:process id="wide" isExecutable="true">{text}</bpmn:process>
            </bpmn:definitions>
            """;
    }

    private static string Flow(StringBuilder text, string from, string to)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $"<bpmn:sequenceFlow id=\"{from}-{to}\" sourceRef=\"{from}\" targetRef=\"{to}\" />"
        );
        return to;
    }
}
