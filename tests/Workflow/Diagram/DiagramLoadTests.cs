using System.Xml.Linq;
using Approvals.Workflow.Diagram;

namespace Approvals.Workflow.Tests.Diagram;

/// <summary>What many instances do, drawn over the process: counts, times and shading.</summary>
public sealed class DiagramLoadTests
{
    private static readonly DiagramState Busy = new("流程图：公共场所卫生许可", "审查 1,284 件")
    {
        Loads = new Dictionary<string, ElementLoad>
        {
            ["accept"] = new(42, "中位 0.5 天") { Heat = 0.1 },
            ["visit"] = new(118, "中位 3 天") { Heat = 0.45 },
            ["lab"] = new(366, "中位 8 天") { Heat = 0.7 },
            ["review"] = new(1284, "中位 2.5 天") { Heat = 1 },
            ["decide"] = new(7) { Heat = 0.01 },
            ["join"] = new(12),
            ["deliver"] = new(0),
            ["f8"] = new(3051),
        },
    };

    [Fact]
    public void Picture_is_the_verified_one() =>
        Models.ShouldBeVerified(
            DiagramSvg.Render(Models.Diagram("hygiene-licence"), Busy, DiagramOptions.Standalone),
            "hygiene-licence-busy.svg"
        );

    [Fact]
    public void Elements_and_flows_bear_their_counts_but_no_zero()
    {
        var counts = Svg(Busy).Descendants("text").Where(t => (string?)t.Attribute("class") == "load");
        counts.Select(t => t.Value).ShouldBe(["42", "118", "366", "12", "1284", "7", "3051"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("accept", " h1")]
    [InlineData("lab", " h4")]
    [InlineData("review", " h5")]
    [InlineData("decide", " h1")]
    [InlineData("join", "")]
    public void Shading_has_five_steps(string element, string shade)
    {
        var shape = Svg(Busy).Elements("g").Single(g => (string?)g.Attribute("data-id") == element).Elements().First();
        shape.Attribute("class")!.Value.ShouldBe("k" + shade);
    }

    [Fact]
    public void Times_stand_as_captions_behind_those_of_an_instance()
    {
        var state = Busy with
        {
            Elements = new Dictionary<string, ElementState> { ["review"] = new(Progress.Now, "10-12 起") },
        };
        state.CaptionsOf("review").ShouldBe(["10-12 起", "中位 2.5 天"]);
        Svg(state).Descendants("text").Select(t => t.Value).ShouldContain("中位 2.5 天");
    }

    [Fact]
    public void Loads_of_elements_that_are_not_drawn_change_nothing()
    {
        var elsewhere = new DiagramState("t") { Loads = new Dictionary<string, ElementLoad> { ["gone"] = new(9) } };
        Svg(elsewhere).Descendants("text").ShouldAllBe(t => t.Value != "9");
    }

    private static XElement Svg(DiagramState state) =>
        XElement.Parse(DiagramSvg.Render(Models.Diagram("hygiene-licence"), state, DiagramOptions.Page));
}
