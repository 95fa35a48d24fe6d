using System.Xml.Linq;
using Approvals.Cases.Handling;
using Approvals.Workflow.Bpmn;
using Approvals.Workflow.Bpmn.Rules;
using Approvals.Workflow.Simulation.Scenarios;
using Approvals.Workflow.Soundness;

namespace Approvals.Cases.Tests.Workflows;

/// <summary>What every process of cases must fit: the rules, its drawing, its stories.</summary>
public sealed class CaseProcessesTests
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static readonly XNamespace Dc = "http://www.omg.org/spec/DD/20100524/DC";
    private static readonly XNamespace Dd = "http://www.omg.org/spec/DD/20100524/DI";
    private static readonly XNamespace Zeebe = "http://camunda.org/schema/zeebe/1.0";

    public static TheoryData<string> Processes => [.. Enum.GetValues<CaseType>().Select(CaseTurns.ProcessOf)];

    [Theory]
    [MemberData(nameof(Processes))]
    public void It_may_be_deployed_and_is_sound(string process)
    {
        var reading = BpmnReader.Read(TextOf(process + ".bpmn"), BpmnRules.Deployment);
        reading.Problems.Select(problem => problem.Message).ShouldBeEmpty();
        var verdict = SoundnessCheck.Of(reading.Definitions!.Processes.Single());
        verdict.Sound.ShouldBe(true, verdict.ToString());
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void Its_stories_hold_and_reach_every_element(string process)
    {
        var report = ScenarioSuite.Run(
            process + ScenarioSuite.Pattern[1..],
            TextOf(process + ".scenario.json"),
            TextOf,
            [],
            Repository.Calendar
        );
        report.Problem.ShouldBeNull();
        report
            .Results.SelectMany(result => result.Failures.Select(failure => $"{result.Name}: {failure}"))
            .ShouldBeEmpty();
        report.NeverReached.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void Everything_is_drawn_once_and_flows_touch_what_they_join(string process)
    {
        var root = XDocument.Parse(TextOf(process + ".bpmn")).Root!;
        var elements = root.Element(Bpmn + "process")!
            .Descendants()
            .Where(element => element.Name.Namespace == Bpmn && element.Attribute("id") is not null)
            .Where(element => !element.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal))
            .ToDictionary(element => element.Attribute("id")!.Value);
        var plane = root.Element(Di + "BPMNDiagram")!.Element(Di + "BPMNPlane")!;
        plane
            .Elements()
            .Select(shape => shape.Attribute("bpmnElement")!.Value)
            .ShouldBe(elements.Keys, ignoreOrder: true);
        var boxes = plane
            .Elements(Di + "BPMNShape")
            .ToDictionary(
                shape => shape.Attribute("bpmnElement")!.Value,
                shape => Box.Of(shape.Element(Dc + "Bounds")!)
            );
        foreach (var edge in plane.Elements(Di + "BPMNEdge"))
        {
            var flow = elements[edge.Attribute("bpmnElement")!.Value];
            var points = edge.Elements(Dd + "waypoint")
                .Select(point => ((int)point.Attribute("x")!, (int)point.Attribute("y")!))
                .ToList();
            boxes[flow.Attribute("sourceRef")!.Value].HasOnBorder(points[0]).ShouldBeTrue(flow.ToString());
            boxes[flow.Attribute("targetRef")!.Value].HasOnBorder(points[^1]).ShouldBeTrue(flow.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(Processes))]
    public void Every_task_of_a_person_has_an_owner_and_a_form_that_can_be_read(string process)
    {
        foreach (var task in XDocument.Parse(TextOf(process + ".bpmn")).Descendants(Bpmn + "userTask"))
        {
            var form = task.Descendants(Zeebe + "formDefinition").Single().Attribute("formId")!.Value;
            Workflow.Forms.FormSchema.Parse(TextOf($"forms/{form}.form")).Problems.ShouldBeEmpty();
            task.Descendants(Zeebe + "assignmentDefinition").Single().Attributes().ShouldNotBeEmpty();
        }
    }

    private static string TextOf(string file) => File.ReadAllText(Repository.PathOf("workflows/" + file));

    private readonly record struct Box(int X, int Y, int Width, int Height)
    {
        public static Box Of(XElement bounds) =>
            new(
                (int)bounds.Attribute("x")!,
                (int)bounds.Attribute("y")!,
                (int)bounds.Attribute("width")!,
                (int)bounds.Attribute("height")!
            );

        public bool HasOnBorder((int X, int Y) point)
        {
            var insideX = point.X >= X && point.X <= X + Width;
            var insideY = point.Y >= Y && point.Y <= Y + Height;
            return (insideY && (point.X == X || point.X == X + Width))
                || (insideX && (point.Y == Y || point.Y == Y + Height));
        }
    }
}
