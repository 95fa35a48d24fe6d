using Approvals.Workflow.Diagram;
using Approvals.Workflow.Diagram.Layout;
using FsCheck;
using FsCheck.Fluent;

namespace Approvals.Workflow.Tests.Diagram;

public sealed class DiagramLayoutTests
{
    [Theory]
    [InlineData("hygiene-licence-bare")]
    [InlineData("collaboration-bare")]
    public void Models_without_places_get_a_clean_layout(string model) => ShouldBeClean(Models.Diagram(model));

    [Theory]
    [InlineData("every-element")]
    [InlineData("all-events")]
    [InlineData("all-activities")]
    [InlineData("gateways-data-flows")]
    [InlineData("collaboration")]
    [InlineData("vertical-pool")]
    [InlineData("choreography")]
    [InlineData("conversation")]
    [InlineData("colours-and-planes")]
    public void Drawn_models_get_one_too_when_the_drawing_is_taken_away(string model)
    {
        var diagram = Models.Laid(model);
        diagram.DrawnByAuthor.ShouldBeFalse();
        ShouldBeClean(diagram);
        Models.ShouldBeVerified(
            DiagramSvg.Render(diagram, DiagramState.None, DiagramOptions.Standalone),
            model + "-laid-out.svg"
        );
    }

    [Fact]
    public void Any_graph_gets_a_clean_layout() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(Arb.From(Graphs()), graph => ShouldBeClean(DiagramLayout.Arrange(graph)))
        );

    [Fact]
    public void The_same_graph_gets_the_same_layout() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(50),
            Prop.ForAll(
                Arb.From(Graphs()),
                graph =>
                    DiagramSvg.Render(DiagramLayout.Arrange(graph), DiagramState.None, DiagramOptions.Page)
                    == DiagramSvg.Render(DiagramLayout.Arrange(graph), DiagramState.None, DiagramOptions.Page)
            )
        );

    [Fact]
    public void The_main_line_of_a_sequence_is_straight()
    {
        var heights = Models
            .Diagram("hygiene-licence-bare")
            .Nodes.Where(n => n.Id is "start" or "accept" or "complete" or "fork" or "join" or "review" or "end")
            .Select(n => n.Bounds.CenterY)
            .Distinct();
        heights.Count().ShouldBe(1);
    }

    [Fact]
    public void Flows_run_from_left_to_right_except_those_that_lead_back()
    {
        var diagram = Models.Diagram("collaboration-bare");
        var nodes = diagram.Nodes.ToDictionary(n => n.Id);
        foreach (var flow in diagram.Edges.Where(e => e.Kind is EdgeKind.SequenceFlow))
        {
            var ahead = nodes[flow.Source].Bounds.CenterX < nodes[flow.Target].Bounds.CenterX;
            ahead.ShouldBe(flow.Id is not ("back" or "again"), flow.Id);
        }
    }

    [Fact]
    public void Lanes_hold_their_elements_and_lie_in_their_pool()
    {
        var diagram = Models.Diagram("collaboration-bare");
        var nodes = diagram.Nodes.ToDictionary(n => n.Id);
        foreach (var node in diagram.Nodes.Where(n => n.Lane is not null))
        {
            nodes[node.Lane!].Bounds.Contains(node.Bounds).ShouldBeTrue(node.Id);
        }

        diagram.Nodes.Where(n => n.Kind is NodeKind.Lane).ShouldAllBe(l => nodes["centre"].Bounds.Contains(l.Bounds));
        nodes["applicant"].Bounds.Overlaps(nodes["centre"].Bounds).ShouldBeFalse();
    }

    [Fact]
    public void Sub_processes_hold_their_insides()
    {
        var nodes = Models.Diagram("collaboration-bare").Nodes.ToDictionary(n => n.Id);
        foreach (var node in nodes.Values.Where(n => n.Scope is "joint" or "withdraw"))
        {
            nodes[node.Scope!].Bounds.Contains(node.Bounds).ShouldBeTrue(node.Id);
        }
    }

    [Fact]
    public void Two_thousand_elements_are_laid_out_in_seconds()
    {
        var nodes = Enumerable
            .Range(0, 2_000)
            .Select(i => new DiagramNode($"n{i}", NodeKind.Task) { Scope = "p" })
            .ToList();
        var edges = Enumerable
            .Range(0, 3_000)
            .Select(i => new DiagramEdge(
                $"e{i}",
                EdgeKind.SequenceFlow,
                $"n{i * 7 % 2_000}",
                $"n{((i * 13) + 5) % 2_000}"
            ))
            .ToList();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        DiagramLayout.Arrange(new(null, nodes, edges)).Nodes.Count.ShouldBe(2_000);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    private static void ShouldBeClean(BpmnDiagram diagram)
    {
        var nodes = diagram.Nodes.Where(n => n.Kind is not (NodeKind.Pool or NodeKind.Lane)).ToList();
        var byId = diagram.Nodes.ToDictionary(n => n.Id);
        for (var i = 0; i < nodes.Count; i++)
        {
            for (var j = i + 1; j < nodes.Count; j++)
            {
                var (a, b) = (nodes[i], nodes[j]);
                var related = a.AttachedTo == b.Id || b.AttachedTo == a.Id || Holds(byId, a, b) || Holds(byId, b, a);
                (related || !a.Bounds.Overlaps(b.Bounds)).ShouldBeTrue($"{a.Id} {a.Bounds} over {b.Id} {b.Bounds}");
            }
        }

        foreach (var edge in diagram.Edges)
        {
            edge.Waypoints.Count.ShouldBeGreaterThan(1, edge.Id);
            edge.Waypoints.Zip(edge.Waypoints.Skip(1))
                .ShouldAllBe(p => Math.Abs(p.First.X - p.Second.X) < 1e-6 || Math.Abs(p.First.Y - p.Second.Y) < 1e-6);
            Touches(byId[edge.Source].Bounds, edge.Waypoints[0]).ShouldBeTrue($"{edge.Id} start");
            Touches(byId[edge.Target].Bounds, edge.Waypoints[^1]).ShouldBeTrue($"{edge.Id} end");
        }
    }

    private static bool Holds(Dictionary<string, DiagramNode> nodes, DiagramNode outer, DiagramNode inner)
    {
        var scope = inner.AttachedTo is { } host ? nodes[host].Scope : inner.Scope;
        return scope == outer.Id
            || (scope is not null && nodes.TryGetValue(scope, out var next) && Holds(nodes, outer, next));
    }

    private static bool Touches(Box box, Point point) =>
        box.Inflate(1).Contains(new(point.X, point.Y, 0, 0)) && !box.Inflate(-1).Contains(new(point.X, point.Y, 0, 0));

    private static Gen<BpmnDiagram> Graphs() =>
        from count in Gen.Choose(1, 24)
        from kinds in Gen.Elements(
                NodeKind.UserTask,
                NodeKind.ExclusiveGateway,
                NodeKind.ParallelGateway,
                NodeKind.EndEvent,
                NodeKind.IntermediateCatchEvent,
                NodeKind.SubProcess,
                NodeKind.AdHocSubProcess,
                NodeKind.Transaction,
                NodeKind.CallActivity,
                NodeKind.EventBasedGateway,
                NodeKind.StartEvent,
                NodeKind.ChoreographyTask,
                NodeKind.SubChoreography,
                NodeKind.TextAnnotation,
                NodeKind.DataObject,
                NodeKind.DataStore
            )
            .ArrayOf(count)
        from names in Gen.Elements("", "受理", "一次性告知补正材料并停止计时", "Joint review", "材料是否齐全？")
            .ArrayOf(count)
        from scopes in Gen.Choose(0, count * 3).ArrayOf(count)
        from hosts in Gen.Choose(0, count * 4).ArrayOf(count)
        from ends in Gen.Choose(0, (count * count) - 1).ArrayOf(count * 3 / 2)
        select Graph(kinds, names, scopes, hosts, ends);

    /// <summary>Sub-processes hold nodes that come after them; some activities bear a boundary event.</summary>
    private static BpmnDiagram Graph(NodeKind[] kinds, string[] names, int[] scopes, int[] hosts, int[] ends)
    {
        var nodes = new List<DiagramNode>();
        for (var i = 0; i < kinds.Length; i++)
        {
            var scope = scopes[i] < i && IsContainer(kinds[scopes[i]]) ? $"n{scopes[i]}" : "p";
            nodes.Add(
                new($"n{i}", kinds[i])
                {
                    Name = names[i],
                    Scope = scope,
                    TriggeredByEvent = kinds[i] is NodeKind.SubProcess && i % 3 == 0,
                    Participants = kinds[i] is NodeKind.ChoreographyTask or NodeKind.SubChoreography
                        ? ["甲", "乙"]
                        : [],
                }
            );
        }

        for (var i = 0; i < hosts.Length; i++)
        {
            if (hosts[i] < kinds.Length && (kinds[hosts[i]] is NodeKind.UserTask || IsContainer(kinds[hosts[i]])))
            {
                nodes.Add(
                    new($"b{i}", NodeKind.BoundaryEvent)
                    {
                        Name = names[i],
                        Scope = nodes[hosts[i]].Scope,
                        AttachedTo = $"n{hosts[i]}",
                        Trigger = EventTrigger.Timer,
                    }
                );
            }
        }

        var edges = ends.Select(
            (e, i) =>
                new DiagramEdge(
                    $"e{i}",
                    KindBetween(nodes[e % nodes.Count].Kind, kinds[e / kinds.Length % kinds.Length]),
                    nodes[e % nodes.Count].Id,
                    $"n{e / kinds.Length % kinds.Length}"
                )
                {
                    Conditional = i % 3 == 0,
                    Default = i % 5 == 0,
                    Name = i % 4 == 0 ? "材料齐全" : "",
                }
        );
        return new(null, nodes, [.. edges.Where(e => SameScope(nodes, e))]);
    }

    private static bool IsContainer(NodeKind kind) =>
        kind is NodeKind.SubProcess or NodeKind.AdHocSubProcess or NodeKind.Transaction or NodeKind.SubChoreography;

    private static EdgeKind KindBetween(NodeKind source, NodeKind target) =>
        IsArtifact(source) || IsArtifact(target) ? EdgeKind.Association : EdgeKind.SequenceFlow;

    private static bool IsArtifact(NodeKind kind) =>
        kind is NodeKind.TextAnnotation or NodeKind.DataObject or NodeKind.DataStore;

    private static bool SameScope(List<DiagramNode> nodes, DiagramEdge edge) =>
        nodes.Find(n => n.Id == edge.Source)!.Scope == nodes.Find(n => n.Id == edge.Target)!.Scope;
}
