using System.Xml.Linq;
using Approvals.Workflow.Diagram;

namespace Approvals.Workflow.Tests.Diagram;

public sealed class DiagramSvgTests
{
    [Theory]
    [InlineData("hygiene-licence")]
    [InlineData("hygiene-licence-bare")]
    [InlineData("collaboration-bare")]
    [InlineData("every-element")]
    [InlineData("all-events")]
    [InlineData("all-activities")]
    [InlineData("gateways-data-flows")]
    [InlineData("collaboration")]
    [InlineData("vertical-pool")]
    [InlineData("choreography")]
    [InlineData("conversation")]
    [InlineData("colours-and-planes")]
    public void Picture_is_the_verified_one(string model)
    {
        var state = model.StartsWith("hygiene", StringComparison.Ordinal) ? Models.InReview : DiagramState.None;
        var svg = DiagramSvg.Render(Models.Diagram(model), state, DiagramOptions.Standalone);
        Models.ShouldBeVerified(svg, model + ".svg");
    }

    [Fact]
    public void Thumbnail_leaves_captions_and_flow_names_out()
    {
        var svg = Render("hygiene-licence", Models.InReview, DiagramOptions.Page with { Compact = true });
        var texts = Texts(svg);
        texts.ShouldContain("审查");
        texts.ShouldNotContain("材料齐全");
        texts.ShouldNotContain("09-17");
        svg.Descendants("circle").ShouldContain(c => (string?)c.Attribute("class") == "tok");
    }

    [Fact]
    public void Picture_is_named_and_described_for_those_who_cannot_see_it()
    {
        var svg = Render("hygiene-licence", Models.InReview, DiagramOptions.Page with { IdPrefix = "case" });
        svg.Attribute("role")!.Value.ShouldBe("img");
        svg.Attribute("aria-labelledby")!.Value.ShouldBe("case-title case-desc");
        svg.Element("title")!.Attribute("id")!.Value.ShouldBe("case-title");
        svg.Element("title")!.Value.ShouldBe(Models.InReview.Title);
        svg.Element("desc")!.Value.ShouldBe(Models.InReview.Sentence);
    }

    [Fact]
    public void Page_picture_has_no_style_of_its_own()
    {
        var svg = DiagramSvg.Render(Models.Diagram("hygiene-licence"), Models.InReview, DiagramOptions.Page);
        svg.ShouldNotContain("style");
        svg.ShouldNotContain("xmlns");
    }

    [Fact]
    public void Progress_shows_as_check_token_and_taken_flows()
    {
        var svg = Render("hygiene-licence", Models.InReview, DiagramOptions.Page);
        svg.Descendants("circle").Count(c => (string?)c.Attribute("class") == "chk").ShouldBe(3);
        svg.Descendants("circle").Count(c => (string?)c.Attribute("class") == "tok").ShouldBe(1);
        svg.Descendants("path").Count(p => (string?)p.Attribute("class") == "f done").ShouldBe(8);
        Shape(svg, "correct").Attribute("class")!.Value.ShouldBe("k skip");
        Shape(svg, "end").Attribute("class")!.Value.ShouldBe("k todo thick");
    }

    [Fact]
    public void Several_tokens_on_one_task_are_counted()
    {
        var state = new DiagramState("t")
        {
            Elements = new Dictionary<string, ElementState> { ["review"] = new(Progress.Now) { Tokens = 3 } },
        };
        var count = Render("hygiene-licence", state, DiagramOptions.Page)
            .Descendants("text")
            .Single(t => (string?)t.Attribute("class") == "count");
        count.Value.ShouldBe("3");
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\" onload=\"alert(1)")]
    [InlineData("</text></svg><img src=x onerror=alert(1)>")]
    [InlineData("]]>&amp;'")]
    public void Names_cannot_leave_their_text(string name)
    {
        const string id = "a\"><script>";
        var diagram = new BpmnDiagram(
            name,
            [
                new(id, NodeKind.UserTask) { Name = name, Bounds = new(0, 0, 400, 80) },
                new("e", NodeKind.EndEvent) { Name = name, Bounds = new(500, 20, 36, 36) },
                new("n", NodeKind.TextAnnotation) { Name = name, Bounds = new(0, 200, 300, 40) },
                new("p", NodeKind.Pool) { Name = name, Bounds = new(0, 300, 300, 400) },
            ],
            [new("f", EdgeKind.SequenceFlow, id, "e") { Name = name, Waypoints = [new(400, 40), new(500, 40)] }]
        );
        var state = new DiagramState(name, name)
        {
            Elements = new Dictionary<string, ElementState> { [id] = new(Progress.Now, name) },
        };
        var options = DiagramOptions.Standalone with { IdPrefix = name, Classes = name };

        var svg = XElement.Parse(DiagramSvg.Render(diagram, state, options));

        svg.Descendants()
            .Select(e => e.Name.LocalName)
            .Distinct()
            .ShouldBeSubsetOf(["title", "desc", "style", "rect", "g", "path", "circle", "text"]);
        svg.DescendantsAndSelf()
            .Attributes()
            .ShouldAllBe(a => !a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void Control_characters_and_half_surrogates_do_not_break_the_file()
    {
        var diagram = new BpmnDiagram(
            null,
            [new("a", NodeKind.Task) { Name = "甲\u0001\uD800乙\uFFFF", Bounds = new(0, 0, 200, 80) }],
            []
        );
        var svg = XElement.Parse(DiagramSvg.Render(diagram, DiagramState.None, DiagramOptions.Page));
        Texts(svg).Single().ShouldStartWith("甲");
    }

    [Fact]
    public void Every_kind_and_trigger_has_a_picture()
    {
        foreach (var kind in Enum.GetValues<NodeKind>())
        {
            foreach (var trigger in Enum.GetValues<EventTrigger>())
            {
                var node = new DiagramNode("x", kind) { Trigger = trigger, Bounds = new(0, 0, 100, 80) };
                var svg = DiagramSvg.Render(new(null, [node], []), DiagramState.None, DiagramOptions.Page);
                XElement.Parse(svg).Descendants("g").ShouldNotBeEmpty($"{kind} {trigger}");
            }
        }
    }

    [Fact]
    public void View_box_holds_everything_that_is_drawn()
    {
        var diagram = Models.Diagram("collaboration-bare");
        var view = Render("collaboration-bare", DiagramState.None, DiagramOptions.Page)
            .Attribute("viewBox")!
            .Value.Split(' ')
            .Select(double.Parse)
            .ToArray();
        var box = new Box(view[0], view[1], view[2], view[3]);
        diagram.Nodes.ShouldAllBe(n => box.Contains(n.Bounds));
    }

    private static XElement Render(string model, DiagramState state, DiagramOptions options) =>
        XElement.Parse(DiagramSvg.Render(Models.Diagram(model), state, options));

    private static List<string> Texts(XElement svg) => [.. svg.Descendants("text").Select(t => t.Value)];

    private static XElement Shape(XElement svg, string id) =>
        svg.Elements("g").Single(g => (string?)g.Attribute("data-id") == id).Elements().First();
}
