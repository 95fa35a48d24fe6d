using System.Text.Json;
using System.Xml.Linq;
using Approvals.Workflow.Forms;

namespace Approvals.Cases.Tests.Workflows;

/// <summary>The process file beside the catalogue, the forms and the picture that it must fit.</summary>
public sealed class CommittedProcessTests
{
    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static readonly XNamespace Dc = "http://www.omg.org/spec/DD/20100524/DC";
    private static readonly XNamespace Dd = "http://www.omg.org/spec/DD/20100524/DI";
    private static readonly XNamespace Zeebe = "http://camunda.org/schema/zeebe/1.0";
    private static readonly XNamespace Approvals = "http://approvals.example/schema/bpmn/1.0";

    private static readonly XElement Process = XDocument
        .Load(Repository.PathOf("workflows/committed.bpmn"))
        .Root!.Element(Bpmn + "process")!;

    private static readonly XElement Plane = Process.Parent!.Element(Di + "BPMNDiagram")!.Element(Di + "BPMNPlane")!;

    /// <summary>Those of the process and of its sub-processes.</summary>
    private static readonly Dictionary<string, XElement> Elements = Process
        .DescendantsAndSelf()
        .Where(scope => scope == Process || scope.Name == Bpmn + "subProcess")
        .Elements()
        .Where(element => element.Attribute("id") != null)
        .ToDictionary(element => element.Attribute("id")!.Value);

    internal static IEnumerable<string> Ids() => Elements.Keys;

    [Fact]
    public void Every_element_and_flow_is_drawn_once() =>
        Plane
            .Elements()
            .Select(shape => shape.Attribute("bpmnElement")!.Value)
            .ShouldBe(Elements.Keys, ignoreOrder: true);

    [Fact]
    public void Every_flow_touches_the_shapes_that_it_joins()
    {
        var bounds = Plane
            .Elements(Di + "BPMNShape")
            .ToDictionary(
                shape => shape.Attribute("bpmnElement")!.Value,
                shape => Rectangle(shape.Element(Dc + "Bounds")!)
            );
        foreach (var edge in Plane.Elements(Di + "BPMNEdge"))
        {
            var flow = Elements[edge.Attribute("bpmnElement")!.Value];
            var points = edge.Elements(Dd + "waypoint").Select(Point).ToList();
            OnBorder(bounds[flow.Attribute("sourceRef")!.Value], points[0]).ShouldBeTrue(flow.ToString());
            OnBorder(bounds[flow.Attribute("targetRef")!.Value], points[^1]).ShouldBeTrue(flow.ToString());
        }
    }

    [Fact]
    public void Incoming_and_outgoing_say_what_the_flows_say()
    {
        foreach (var flow in Process.Descendants(Bpmn + "sequenceFlow"))
        {
            var id = flow.Attribute("id")!.Value;
            Elements[flow.Attribute("sourceRef")!.Value].Elements(Bpmn + "outgoing").ShouldContain(x => x.Value == id);
            Elements[flow.Attribute("targetRef")!.Value].Elements(Bpmn + "incoming").ShouldContain(x => x.Value == id);
        }
    }

    [Fact]
    public void Clocks_and_separations_point_at_elements_and_have_a_legal_basis()
    {
        foreach (var clock in Process.Descendants(Approvals + "clock"))
        {
            clock.Attribute("legalBasis")!.Value.ShouldNotBeEmpty();
            foreach (var name in new[] { "startOn", "stopOn", "pauseOn" })
            {
                clock.Attribute(name)!.Value.Split(' ').ShouldAllBe(id => Elements.ContainsKey(id));
            }
        }

        Process
            .Descendants(Approvals + "separation")
            .ShouldAllBe(separation => Elements.ContainsKey(separation.Attribute("from")!.Value));
    }

    [Fact]
    public void Every_outcome_is_asked_by_a_gateway_and_every_user_task_has_an_owner_and_a_form()
    {
        var conditions = string.Join('\n', Process.Descendants(Bpmn + "conditionExpression").Select(x => x.Value));
        foreach (var task in Process.Elements(Bpmn + "userTask"))
        {
            var form = task.Descendants(Zeebe + "formDefinition").Single().Attribute("formId")!.Value;
            FormOf(form).GetProperty("id").GetString().ShouldBe(form);
            task.Descendants(Zeebe + "assignmentDefinition").Single().Attributes().ShouldNotBeEmpty();
            foreach (var outcomes in task.Descendants(Approvals + "outcomes"))
            {
                var variable = outcomes.Attribute("variable")!.Value;
                foreach (var outcome in outcomes.Elements(Approvals + "outcome"))
                {
                    conditions.ShouldContain($"{variable} = \"{outcome.Attribute("value")!.Value}\"");
                }
            }
        }
    }

    [Fact]
    public void The_application_form_asks_for_the_materials_of_the_item_and_nothing_else()
    {
        var asked = ComponentsOf(FormOf("hygiene-apply"))
            .Select(component => Property(component, "approvals:material"))
            .OfType<string>();
        asked.ShouldBe(Repository.Hygiene.Item.Materials.Select(material => material.Name));
    }

    [Theory]
    [InlineData("hygiene-apply")]
    [InlineData("accept")]
    [InlineData("correct")]
    [InlineData("review")]
    [InlineData("decide")]
    public void Every_form_is_read_without_a_problem(string form) =>
        FormSchema.Parse(File.ReadAllText(Repository.PathOf($"workflows/forms/{form}.form"))).Problems.ShouldBeEmpty();

    [Fact]
    public void The_application_has_four_steps() =>
        FormSchema
            .Parse(File.ReadAllText(Repository.PathOf("workflows/forms/hygiene-apply.form")))
            .Form!.Steps.Select(step => step.Name)
            .ShouldBe(["申请人", "场所情况", "材料", "领证方式"]);

    [Fact]
    public void Every_label_has_its_three_languages()
    {
        foreach (var form in new[] { "hygiene-apply", "accept", "correct", "review", "decide" })
        {
            foreach (var component in ComponentsOf(FormOf(form)))
            {
                var texts = component.GetProperty("type").GetString() == "text" ? "text" : "label";
                component.GetProperty(texts).GetString().ShouldNotBeNullOrWhiteSpace();
                foreach (var language in new[] { "en", "zh-Hant" })
                {
                    Property(component, $"{texts}.{language}").ShouldNotBeNullOrWhiteSpace();
                    if (component.TryGetProperty("description", out _))
                    {
                        Property(component, $"description.{language}").ShouldNotBeNullOrWhiteSpace();
                    }

                    if (component.TryGetProperty("values", out var values))
                    {
                        values
                            .EnumerateArray()
                            .Select(value =>
                                Property(component, $"value.{value.GetProperty("value").GetString()}.{language}")
                            )
                            .ShouldAllBe(text => text != null);
                    }
                }
            }
        }
    }

    private static JsonElement FormOf(string id) =>
        JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf($"workflows/forms/{id}.form"))).RootElement;

    private static IEnumerable<JsonElement> ComponentsOf(JsonElement holder)
    {
        if (!holder.TryGetProperty("components", out var components))
        {
            yield break;
        }

        foreach (var component in components.EnumerateArray())
        {
            yield return component;
            foreach (var inner in ComponentsOf(component))
            {
                yield return inner;
            }
        }
    }

    private static string? Property(JsonElement component, string name) =>
        component.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var value)
            ? value.GetString()
            : null;

    private static (int X, int Y, int Width, int Height) Rectangle(XElement bounds) =>
        (
            (int)bounds.Attribute("x")!,
            (int)bounds.Attribute("y")!,
            (int)bounds.Attribute("width")!,
            (int)bounds.Attribute("height")!
        );

    private static (int X, int Y) Point(XElement waypoint) =>
        ((int)waypoint.Attribute("x")!, (int)waypoint.Attribute("y")!);

    private static bool OnBorder((int X, int Y, int Width, int Height) box, (int X, int Y) point)
    {
        var insideX = point.X >= box.X && point.X <= box.X + box.Width;
        var insideY = point.Y >= box.Y && point.Y <= box.Y + box.Height;
        return (insideY && (point.X == box.X || point.X == box.X + box.Width))
            || (insideX && (point.Y == box.Y || point.Y == box.Y + box.Height));
    }
}
