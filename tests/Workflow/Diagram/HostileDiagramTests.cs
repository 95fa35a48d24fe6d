using System.Xml.Linq;
using Approvals.Workflow.Diagram;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Workflow.Tests.Diagram;

/// <summary>Files that no modeler writes: whatever they claim, there is a picture, it is well-formed, and nothing runs in it.</summary>
public sealed class HostileDiagramTests
{
    private static readonly string[] Elements =
    [
        .. "task userTask receiveTask callActivity subProcess transaction adHocSubProcess startEvent endEvent".Split(
            ' '
        ),
        .. "intermediateCatchEvent intermediateThrowEvent boundaryEvent exclusiveGateway eventBasedGateway".Split(' '),
        .. "dataObjectReference dataStoreReference textAnnotation group choreographyTask subChoreography".Split(' '),
        .. "conversation participant lane laneSet process collaboration choreography message wobble".Split(' '),
        .. "sequenceFlow messageFlow association conversationLink dataInputAssociation timerEventDefinition".Split(' '),
    ];

    private static readonly string[] Ids = ["a", "b", "c", "d", "e", "p"];

    private static readonly string[] Numbers =
    [
        .. "0 10 100 -50 1e5 -1e5 1e300 NaN INF -INF 0x10 1,5 99999 0.001".Split(' '),
        "",
        "&#x661;",
    ];

    [Fact]
    public void Every_file_that_can_be_read_can_be_drawn() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1_500),
            Prop.ForAll(
                Arb.From(Files()),
                file =>
                {
                    var diagram = DiagramReader.Read(file);
                    var state = new DiagramState("t", "s")
                    {
                        Elements = new Dictionary<string, ElementState>
                        {
                            ["a"] = new(Progress.Now, "<b>") { Tokens = 3 },
                        },
                        Loads = new Dictionary<string, ElementLoad> { ["b"] = new(5, "&") { Heat = double.NaN } },
                    };
                    ProcessSteps.From(diagram, state);
                    foreach (
                        var options in (DiagramOptions[])
                            [DiagramOptions.Standalone, DiagramOptions.Page with { Compact = true }]
                    )
                    {
                        ShouldBeHarmless(DiagramSvg.Render(diagram, state, options));
                        ShouldBeHarmless(DiagramSvg.Render(diagram, DiagramState.None, options));
                    }
                }
            )
        );

    [Fact]
    public void Endless_lines_and_giant_shapes_are_drawn_in_seconds()
    {
        var shapes = string.Concat(
            Enumerable
                .Range(0, 3_000)
                .Select(i => Shape($"t{i}", "-1e5", "-1e5", "1e5", "1e5"))
                .Concat(
                    Enumerable
                        .Range(0, 1_000)
                        .Select(i =>
                            Edge($"f{i}", [.. Enumerable.Repeat(("-99999", "99999"), 50), ("99999", "-99999")])
                        )
                )
        );
        var elements = string.Concat(
            Enumerable
                .Range(0, 3_000)
                .Select(i => $"<task id='t{i}' name='{new string('长', 2_000)}'/>")
                .Concat(
                    Enumerable
                        .Range(0, 1_000)
                        .Select(i => $"<sequenceFlow id='f{i}' name='流' sourceRef='t{i}' targetRef='t{i + 1}'/>")
                )
        );
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var diagram = DiagramReader.Read(Document($"<process id='p'>{elements}</process>", shapes));
        ShouldBeHarmless(DiagramSvg.Render(diagram, DiagramState.None, DiagramOptions.Standalone));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void A_sub_process_that_bears_the_id_of_what_it_lies_in_does_not_hold_itself()
    {
        var diagram = DiagramReader.Read(
            Document(
                "<process id='p'><subProcess id='p'><subProcess id='p'><task id='t'/></subProcess></subProcess></process>",
                ""
            )
        );
        diagram.Nodes.Select(n => n.Id).ShouldBe(["t"]);
    }

    private static void ShouldBeHarmless(string svg)
    {
        var root = XElement.Parse(svg);
        root.Descendants()
            .Select(e => e.Name.LocalName)
            .ShouldBeSubsetOf(["title", "desc", "style", "rect", "g", "path", "circle", "text"]);
        root.DescendantsAndSelf()
            .Attributes()
            .ShouldAllBe(a =>
                !a.Name.LocalName.StartsWith("on", StringComparison.Ordinal) && a.Name.LocalName != "href"
            );
        foreach (var path in root.Descendants().Attributes("d").Concat(root.Attributes("viewBox")))
        {
            path.Value.ShouldNotContain("NaN");
            path.Value.ShouldNotContain("∞");
        }
    }

    private static Gen<string> Files() =>
        from content in Gen.ListOf(Element(3))
        from shapes in Gen.ListOf(Drawing())
        select Document(string.Concat(content), string.Concat(shapes));

    private static Gen<string> Element(int depth) =>
        from name in Gen.Elements(Elements)
        from id in Gen.Elements(Ids)
        from source in Gen.Elements(Ids)
        from target in Gen.Elements(Ids)
        from text in Gen.Elements("受理", "<![CDATA[<script>]]>", "a&#10;b", "")
        from flags in Gen.Choose(0, 7)
        from inside in depth == 0
            ? Gen.Constant("")
            : Gen.ListOf(Element(depth - 1)).Select(l => string.Concat(l.Take(4)))
        let attributes = (flags & 1) == 0 ? $" id='{id}'" : ""
        let more = $" attachedToRef='{source}' processRef='{target}' calledElement='{source}' default='{target}' dataObjectRef='{id}'"
        let loop = (flags & 2) == 0 ? "" : " triggeredByEvent='true' isInterrupting='false' loopType='Standard'"
        select $"<{name}{attributes} name='&lt;script&gt;{id}' sourceRef='{source}' targetRef='{target}'{more}{loop}>"
            + $"{text}<flowNodeRef>{source}</flowNodeRef><participantRef>{target}</participantRef>{inside}</{name}>";

    private static Gen<string> Drawing() =>
        from id in Gen.Elements(Ids)
        from x in Gen.Elements(Numbers)
        from y in Gen.Elements(Numbers)
        from width in Gen.Elements(Numbers)
        from height in Gen.Elements(Numbers)
        from kind in Gen.Choose(0, 5)
        select kind switch
        {
            0 => Edge(id, (x, y), (width, height)),
            1 => Edge(id, (x, y)),
            2 =>
                $"<i:BPMNShape id='{id}' bpmnElement='{id}' choreographyActivityShape='{id}' participantBandKind='top_initiating' isMessageVisible='true'><c:Bounds x='1' y='{y}' width='50' height='20'/></i:BPMNShape>",
            3 => Shape(id, "5", "5", "60", "40"),
            _ => Shape(id, x, y, width, height),
        };

    private static string Shape(string id, string x, string y, string width, string height) =>
        $"<i:BPMNShape id='{id}' bpmnElement='{id}'><c:Bounds x='{x}' y='{y}' width='{width}' height='{height}'/></i:BPMNShape>";

    private static string Edge(string id, params (string X, string Y)[] points) =>
        $"<i:BPMNEdge bpmnElement='{id}'>{string.Concat(points.Select(p => $"<o:waypoint x='{p.X}' y='{p.Y}'/>"))}</i:BPMNEdge>";

    private static string Document(string content, string shapes) =>
        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:i='http://www.omg.org/spec/BPMN/20100524/DI'"
        + " xmlns:c='http://www.omg.org/spec/DD/20100524/DC' xmlns:o='http://www.omg.org/spec/DD/20100524/DI'>"
        + $"{content}<i:BPMNDiagram><i:BPMNPlane bpmnElement='p'>{shapes}</i:BPMNPlane></i:BPMNDiagram></definitions>";
}
