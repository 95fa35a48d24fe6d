using Approvals.Workflow.Bpmn.Writing;
using Approvals.Workflow.Diagram;

namespace Approvals.Workflow.Tests.Diagram;

public sealed class DiagramPlaneTests
{
    private static readonly BpmnDocument Document = Read();

    [Fact]
    public void The_main_plane_is_drawn_unless_another_is_asked_for()
    {
        var main = Plane(null);
        main.Plane.ShouldBe("p");
        main.Nodes.Select(n => n.Id).ShouldBe(["s", "t1", "t2", "t3", "sub", "e"]);
        main.Nodes.Single(n => n.Id == "sub").Expanded.ShouldBeFalse();
        main.Planes.ShouldBe([new("p", ""), new("sub", "收起的里面")]);
        main.Undrawn.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sub")]
    [InlineData("inside")]
    public void The_inside_of_a_collapsed_sub_process_is_a_plane_of_its_own(string id)
    {
        var inside = Plane(id);
        inside.Nodes.Select(n => n.Id).ShouldBe(["is", "it", "ie"]);

        // One of its flows has no line in the file.
        inside.Edges.Select(e => (e.Id, e.Waypoints.Count)).ShouldBe([("i1", 2), ("i2", 2)]);
    }

    [Fact]
    public void A_plane_that_is_not_there_is_named()
    {
        DiagramReader.TryRead(Document, "t1", out var diagram, out var problem).ShouldBeFalse();
        diagram.ShouldBeNull();
        problem!.Message.ShouldBe("The file has no diagram of 't1'. It has: p, sub.");
    }

    private static BpmnDiagram Plane(string? id)
    {
        DiagramReader.TryRead(Document, id, out var diagram, out var problem).ShouldBeTrue(problem?.Message);
        return diagram!;
    }

    private static BpmnDocument Read()
    {
        BpmnDocument
            .TryRead(Models.Text("colours-and-planes"), out var document, out var problem)
            .ShouldBeTrue(problem?.Message);
        return document!;
    }
}
