using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Tests.Execution;

namespace Approvals.Workflow.Tests.Bpmn;

public sealed class ReaderTests
{
    [Fact]
    public void Elements_and_flows_are_numbered_in_the_order_of_the_file()
    {
        var process = Models.Read("user-task");

        string.Join(' ', process.Elements.Select(e => $"{e.Index}:{e.Id}"))
            .ShouldBe("0:start 1:review 2:decided 3:passed 4:refused");
        string.Join(' ', process.Flows.Select(f => $"{f.Id}:{f.Source}>{f.Target}"))
            .ShouldBe("f1:0>1 f2:1>2 f3:2>3 no:2>4");
        process.Elements[1].Position.Line.ShouldBe(5);
        process.FindElement("decided")!.DefaultFlow.ShouldBe(3);
        process.FindElement("nothing").ShouldBeNull();
    }

    [Fact]
    public void A_user_task_bears_everything_its_extensions_say()
    {
        var task = Models.Read("user-task").FindElement("review").ShouldBeOfType<UserTask>();

        task.CandidateGroups!.Expression!.Text.ShouldBe("[\"reviewer@\" + unit]");
        task.CandidateUsers!.Items.ShouldBe(["p:7"]);
        task.DueDate!.Text.ShouldBe("2026-01-09");
        task.FormId.ShouldBe("review");
        task.Outcomes!.Variable.ShouldBe("decision");
        task.Outcomes.Outcomes.ShouldBe([new("pass", "通过"), new("refuse", "不予许可")]);
    }

    [Fact]
    public void A_clock_hangs_on_the_flows_and_elements_it_names()
    {
        var process = Models.Read("clock");

        var clock = process.Clocks.ShouldHaveSingleItem();
        clock.Name.ShouldBe("承诺时限");
        clock.RemindBefore.ShouldBe(3);
        clock.LegalBasis.ShouldBe("行政许可法第四十二条");
        clock.PauseOn.ShouldBe([process.FindElement("correct")!.Index]);
        process.FindFlow("accepted")!.Clocks!.Starts.ShouldBe([0]);
        process.FindFlow("approved")!.Clocks!.Stops.ShouldBe([0]);
        process.FindElement("review")!.Clocks.ShouldBeNull();
    }

    [Fact]
    public void Conditions_are_asked_in_the_order_of_the_outgoing_elements()
    {
        const string xml = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><bpmn:process id="p">
            <bpmn:startEvent id="s" /><bpmn:endEvent id="e" />
            <bpmn:exclusiveGateway id="g"><bpmn:outgoing>f3</bpmn:outgoing><bpmn:outgoing>f2</bpmn:outgoing></bpmn:exclusiveGateway>
            <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="g" />
            <bpmn:sequenceFlow id="f2" sourceRef="g" targetRef="e" />
            <bpmn:sequenceFlow id="f3" sourceRef="g" targetRef="e" />
            </bpmn:process></bpmn:definitions>
            """;

        var process = BpmnReader.Read(xml).Definitions!.Processes[0];

        process.FindElement("g")!.Outgoing.Select(flow => process.Flows[flow].Id).ShouldBe(["f3", "f2"]);
    }

    [Fact]
    public void Flows_without_an_id_go_by_their_ends()
    {
        const string xml = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="p">
            <startEvent id="s" /><task id="a" /><endEvent id="e" />
            <sequenceFlow sourceRef="s" targetRef="a" /><sequenceFlow sourceRef="a" targetRef="e" /><sequenceFlow sourceRef="a" targetRef="e" />
            </process></definitions>
            """;

        var process = BpmnReader.Read(xml).Definitions!.Processes[0];

        process.Flows.Select(flow => flow.Id).ShouldBe(["s→a", "a→e", "a→e 2"]);
        process.FindElement("a")!.Outgoing.Length.ShouldBe(2);
    }

    [Fact]
    public void A_file_that_nests_too_deep_is_refused()
    {
        var xml = string.Concat(Enumerable.Repeat("<a>", 200)) + string.Concat(Enumerable.Repeat("</a>", 200));

        BpmnReader.Read(xml).Problems.ShouldHaveSingleItem().Rule.ShouldBe("xml.depth");
    }

    [Theory]
    [InlineData("PT1H", 0, "01:00:00")]
    [InlineData("P1Y2M3W4DT5H6M7.5S", 14, "25.05:06:07.5")]
    [InlineData("-P1DT1M", 0, "-1.00:01:00")]
    [InlineData("P", null, null)]
    [InlineData("P1", null, null)]
    [InlineData("PT", null, null)]
    [InlineData("P1H", null, null)]
    [InlineData("PT1D", null, null)]
    [InlineData("P1D1D", null, null)]
    [InlineData("P1.5D", null, null)]
    [InlineData("P1M1Y", null, null)]
    [InlineData("P99999999999Y", null, null)]
    [InlineData("1H", null, null)]
    public void Durations_are_those_of_ISO_8601(string text, int? months, string? span)
    {
        IsoDuration.TryParse(text, out var duration).ShouldBe(months is not null);
        if (months is not null)
        {
            duration.ShouldBe(new(months.Value, TimeSpan.Parse(span!, null)));
        }
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-01T00:00:00+08:00")]
    [InlineData("2026-03-01T09:30", "2026-03-01T09:30:00+08:00")]
    [InlineData("2026-03-01T09:30:15.25", "2026-03-01T09:30:15.25+08:00")]
    [InlineData("2026-03-01T09:30:15Z", "2026-03-01T17:30:15+08:00")]
    [InlineData("2026-03-01T09:30:15+01:00[Europe/Berlin]", "2026-03-01T16:30:15+08:00")]
    [InlineData("2026-02-29", null)]
    [InlineData("01.03.2026", null)]
    [InlineData("", null)]
    public void Moments_without_an_offset_are_of_Shanghai(string text, string? expected)
    {
        TimerText.TryMoment(text, out var moment).ShouldBe(expected is not null);
        if (expected is not null)
        {
            moment.ShouldBe(DateTimeOffset.Parse(expected, null));
        }
    }
}
