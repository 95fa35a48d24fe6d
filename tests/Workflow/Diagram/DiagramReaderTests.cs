using System.Text;
using Approvals.Workflow.Diagram;

namespace Approvals.Workflow.Tests.Diagram;

public sealed class DiagramReaderTests
{
    private const string Start =
        """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:i="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:c="http://www.omg.org/spec/DD/20100524/DC">""";

    [Fact]
    public void Elements_bring_their_kind_trigger_markers_and_place()
    {
        var nodes = Models.Diagram("every-element").Nodes.ToDictionary(n => n.Id);
        nodes["businessRuleTask"].Kind.ShouldBe(NodeKind.BusinessRuleTask);
        nodes["businessRuleTask"].Bounds.ShouldBe(new Box(760, 40, 100, 80));
        nodes["m1"].Markers.ShouldBe(ActivityMarkers.SequentialInstances);
        nodes["m4"].Expanded.ShouldBeFalse();
        nodes["sub"].Expanded.ShouldBeTrue();
        nodes["endEvent_pmulti"].Trigger.ShouldBe(EventTrigger.ParallelMultiple);
        nodes["b_timer"].Interrupting.ShouldBeFalse();
        nodes["b_timer"].AttachedTo.ShouldBe("host");
        nodes["d1"].Collection.ShouldBeTrue();
        nodes["grp"].Name.ShouldBe("材料");
        nodes["s2"].Scope.ShouldBe("sub");
    }

    [Fact]
    public void Flows_bring_condition_and_default()
    {
        var edges = Models.Diagram("every-element").Edges.ToDictionary(e => e.Id);
        edges["fl1"].Conditional.ShouldBeTrue();
        edges["fl2"].Default.ShouldBeTrue();
        edges["fl2"].Waypoints.Count.ShouldBe(4);
    }

    [Fact]
    public void A_file_without_shapes_is_laid_out()
    {
        var diagram = Models.Diagram("hygiene-licence-bare");
        diagram.DrawnByAuthor.ShouldBeFalse();
        diagram.Nodes.ShouldAllBe(n => n.Bounds.Width > 0);
    }

    [Fact]
    public void Streams_are_read_too()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Models.Text("hygiene-licence")));
        DiagramReader.Read(stream).Nodes.Count.ShouldBe(12);
    }

    public static TheoryData<string, string> Refused() =>
        new()
        {
            { "not XML", "hello" },
            { "nothing", "" },
            { "not BPMN", "<svg xmlns='http://www.w3.org/2000/svg'/>" },
            { "document type", "<!DOCTYPE d>" + Start + "</definitions>" },
            {
                "entity bomb",
                "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
                    + Start
                    + "<process id='&b;'/></definitions>"
            },
            {
                "external entity",
                "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                    + Start
                    + "<process id='p'>&x;</process></definitions>"
            },
            { "unfinished", Start + "<process id='p'>" },
            {
                "nested too deep",
                Start + Repeat("<subProcess>", 300) + Repeat("</subProcess>", 300) + "</definitions>"
            },
            { "too many elements", Start + Repeat("<task/>", 20_001) + "</definitions>" },
        };

    [Theory]
    [InlineData("x='NaN' y='0' width='1' height='1'")]
    [InlineData("x='INF' y='0' width='1' height='1'")]
    [InlineData("x='1e300' y='0' width='1' height='1'")]
    [InlineData("x='0' y='0' width='-1' height='1'")]
    [InlineData("x='0' y='0' width='0' height='1'")]
    [InlineData("x='0' width='1' height='1'")]
    [InlineData("x='1,5' y='0' width='1' height='1'")]
    [InlineData("")]
    public void A_place_that_is_none_is_as_if_it_was_not_there(string bounds)
    {
        DiagramReader.Read(Shape(bounds)).DrawnByAuthor.ShouldBeFalse();
        var beside = Shape(bounds)
            .Replace(
                "</process>",
                "<task id='u'/></process><i:BPMNDiagram><i:BPMNPlane><i:BPMNShape bpmnElement='u'><c:Bounds x='0' y='0' width='9' height='9'/></i:BPMNShape></i:BPMNPlane></i:BPMNDiagram>",
                StringComparison.Ordinal
            );
        var diagram = DiagramReader.Read(beside);
        diagram.Nodes.Select(n => n.Id).ShouldBe(["u"]);
        diagram.Undrawn.ShouldBe(["t"]);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Hostile_and_broken_files_are_refused_with_a_sentence(string why, string xml)
    {
        DiagramReader.TryRead(xml, out var diagram, out var problem).ShouldBeFalse(why);
        diagram.ShouldBeNull();
        problem!.Message.ShouldNotBeEmpty();
        Should.Throw<DiagramFormatException>(() => DiagramReader.Read(xml)).Problem.ShouldBe(problem);
    }

    [Fact]
    public void References_that_lead_nowhere_and_doubled_ids_are_survived()
    {
        const string xml =
            Start
            + "<process id='p'><task id='a'/><task id='a'/><boundaryEvent id='b' attachedToRef='b'/>"
            + "<sequenceFlow id='f' sourceRef='a' targetRef='gone'/><sequenceFlow id='g' sourceRef='a' targetRef='a'/>"
            + "<subProcess id='s'><subProcess id='s'/></subProcess><association id='q'/></process></definitions>";
        var diagram = DiagramReader.Read(xml);
        diagram.Nodes.Select(n => n.Id).ShouldBe(["a", "b", "s"]);
        diagram.Edges.Select(e => e.Id).ShouldBe(["g"]);
        DiagramSvg.Render(diagram, DiagramState.None, DiagramOptions.Page).ShouldContain("data-id=\"s\"");
    }

    private static string Shape(string bounds) =>
        Start
        + $"<process id='p'><task id='t'/></process><i:BPMNDiagram><i:BPMNPlane bpmnElement='p'><i:BPMNShape bpmnElement='t'><c:Bounds {bounds}/></i:BPMNShape></i:BPMNPlane></i:BPMNDiagram></definitions>";

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
