using Approvals.Workflow.Diagram;

namespace Approvals.Workflow.Tests.Diagram;

public sealed class DiagramColoursTests
{
    private static readonly BpmnDiagram Coloured = Models.Diagram("colours-and-planes");

    [Theory]
    [InlineData("#0d4372", "#0d4372")]
    [InlineData("#FfF", "#ffffff")]
    [InlineData("red", null)]
    [InlineData("#12345", null)]
    [InlineData("#12345g", null)]
    [InlineData("rgb(1,2,3)", null)]
    [InlineData("#fff;stroke:red", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Colours_are_hexadecimal_numbers(string? text, string? colour) =>
        Rgb.Parse(text)?.ToString().ShouldBe(colour);

    [Theory]
    [InlineData("#ffffff", "#000000", 21)]
    [InlineData("#ffffff", "#ffffff", 1)]
    [InlineData("#ffffff", "#767676", 4.54)]
    public void Contrast_is_that_of_WCAG(string one, string other, double ratio) =>
        Rgb.Parse(one)!.Value.Contrast(Rgb.Parse(other)!.Value).ShouldBe(ratio, 0.01);

    [Fact]
    public void A_file_of_its_own_shows_the_authors_colours()
    {
        var svg = DiagramSvg.Render(Coloured, DiagramState.None, DiagramOptions.Standalone);
        svg.ShouldContain("stroke:#0d4372");
        svg.ShouldContain("fill:#bbdefb");
        svg.ShouldContain("fill:#c8e6c9"); // bpmn.io's own attribute
    }

    [Fact]
    public void Colours_that_cannot_be_read_are_left_out()
    {
        var svg = DiagramSvg.Render(Coloured, DiagramState.None, DiagramOptions.Standalone);
        svg.ShouldNotContain("#ffee00"); // a border as pale as the paper
        svg.ShouldNotContain("fill:#14233b;stroke"); // ink on ink
        svg.ShouldNotContain("javascript");
        svg.ShouldNotContain("blue");
    }

    [Fact]
    public void Pages_and_instances_have_colours_of_their_own()
    {
        var state = new DiagramState("t")
        {
            Elements = new Dictionary<string, ElementState> { ["t1"] = new(Progress.Done) },
        };
        DiagramSvg.Render(Coloured, DiagramState.None, DiagramOptions.Page).ShouldNotContain("class=\"c1\"");
        DiagramSvg.Render(Coloured, state, DiagramOptions.Standalone).ShouldNotContain("class=\"c1\"");
    }
}
