using System.Collections.Immutable;
using System.Globalization;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>Reads <c>approvals:clocks</c> and knows which elements and flows each clock hangs on.</summary>
internal sealed class ClockBuilder
{
    private readonly ProcessIndex index;
    private readonly FeelCompiler feel;
    private readonly ProblemList problems;
    private readonly List<Anchors> anchors = [];

    public ClockBuilder(BpmnNode process, ProcessIndex index, FeelCompiler feel, ProblemList problems)
    {
        this.index = index;
        this.feel = feel;
        this.problems = problems;
        var nodes = process.Extension(BpmnNames.Approvals, "clocks")?.All(BpmnNames.Approvals, "clock") ?? [];
        Definitions = [.. nodes.Select(Build).OfType<ClockDefinition>()];
    }

    public ImmutableArray<ClockDefinition> Definitions { get; }

    public ClockLinks? LinksOfElement(int element) =>
        Links(
            a => a.Start.Elements.Contains(element),
            a => a.Stop.Elements.Contains(element),
            a => a.Pause.Contains(element),
            a => a.Extend.Elements.Contains(element)
        );

    public ClockLinks? LinksOfFlow(int flow) =>
        Links(
            a => a.Start.Flows.Contains(flow),
            a => a.Stop.Flows.Contains(flow),
            _ => false,
            a => a.Extend.Flows.Contains(flow)
        );

    private ClockLinks? Links(
        Predicate<Anchors> starts,
        Predicate<Anchors> stops,
        Predicate<Anchors> pauses,
        Predicate<Anchors> extends
    )
    {
        if (anchors.Count == 0)
        {
            return null;
        }

        var links = new ClockLinks(Where(starts), Where(stops), Where(pauses), Where(extends));
        return links is { Starts.IsEmpty: true, Stops.IsEmpty: true, Pauses.IsEmpty: true, Extends.IsEmpty: true }
            ? null
            : links;
    }

    private ImmutableArray<int> Where(Predicate<Anchors> predicate) =>
        [.. Enumerable.Range(0, anchors.Count).Where(i => predicate(anchors[i]))];

    private ClockDefinition? Build(BpmnNode node)
    {
        if (node.Id is not { Length: > 0 } id || node["limit"] is not { Length: > 0 } limit)
        {
            problems.Add("clock", node, "A clock needs an id and a limit in working days.");
            return null;
        }

        var start = Places(node, "startOn");
        if (start.Elements.IsEmpty && start.Flows.IsEmpty)
        {
            problems.Add("clock", node, $"The clock '{id}' never starts: name a flow or an element in startOn.");
        }

        if (anchors.Count > 0 && node.Parent!.Children.TakeWhile(other => other != node).Any(other => other.Id == id))
        {
            problems.Add("clock", node, $"The clock '{id}' is declared twice.");
            return null;
        }

        var pause = Places(node, "pauseOn");
        if (!pause.Flows.IsEmpty)
        {
            problems.Add("clock", node, $"The clock '{id}' can pause on elements only, not on flows.");
        }

        var extend = Places(node, "extendOn");
        if ((extend.Elements.IsEmpty && extend.Flows.IsEmpty) != string.IsNullOrEmpty(node["extendBy"]))
        {
            problems.Add(
                "clock",
                node,
                $"The clock '{id}' is extended where extendOn says, by the days that extendBy gives: it needs both."
            );
        }

        anchors.Add(new(start, Places(node, "stopOn"), pause.Elements, extend));
        return new()
        {
            Id = id,
            Name = node["name"],
            Limit = feel.Expression(node, limit),
            StartDay = Optional(node, "startDay"),
            EarlierPauses = Optional(node, "earlierPauses"),
            ExtendBy = Optional(node, "extendBy"),
            RemindBefore = RemindBefore(node),
            LegalBasis = node["legalBasis"],
            Position = node.Position,
            PauseOn = pause.Elements,
        };
    }

    private FeelExpression? Optional(BpmnNode node, string attribute) =>
        node[attribute] is { Length: > 0 } text ? feel.Expression(node, text) : null;

    private int RemindBefore(BpmnNode node)
    {
        if (node["remindBefore"] is not { } text)
        {
            return 0;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 1000)
        {
            return days;
        }

        problems.Add("clock", node, $"remindBefore is a number of working days, not '{text}'.");
        return 0;
    }

    private Anchorage Places(BpmnNode node, string attribute)
    {
        var elements = ImmutableArray.CreateBuilder<int>();
        var flows = ImmutableArray.CreateBuilder<int>();
        foreach (var id in (node[attribute] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (index.IndexOf(id) is var element and >= 0)
            {
                elements.Add(element);
            }
            else if (index.IndexOfFlow(id) is var flow and >= 0)
            {
                flows.Add(flow);
            }
            else
            {
                problems.Add("clock", node, $"{attribute} names '{id}', which is no element or flow of this process.");
            }
        }

        return new(elements.ToImmutable(), flows.ToImmutable());
    }

    private sealed record Anchorage(ImmutableArray<int> Elements, ImmutableArray<int> Flows);

    private sealed record Anchors(Anchorage Start, Anchorage Stop, ImmutableArray<int> Pause, Anchorage Extend);
}
