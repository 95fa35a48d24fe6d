using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>
/// Builds one process: first every flow node and flow gets its index in the order of the file, then the elements are made
/// with their references resolved. What can't be resolved is left out; the rules say why.
/// </summary>
internal sealed class ProcessBuilder
{
    private readonly BpmnNode process;
    private readonly FeelCompiler feel;
    private readonly ProblemList problems;
    private readonly ProcessIndex index;
    private readonly ClockBuilder clocks;
    private readonly ElementBuilder elements;

    public ProcessBuilder(BpmnNode process, RootElements roots, FeelCompiler feel, ProblemList problems)
    {
        this.process = process;
        this.feel = feel;
        this.problems = problems;
        index = new ProcessIndex(process);
        clocks = new ClockBuilder(process, index, feel, problems);
        elements = new ElementBuilder(index, clocks, roots, feel, problems);
    }

    public ProcessDefinition Build()
    {
        var flows = ImmutableArray.CreateBuilder<SequenceFlow>(index.Flows.Count);
        foreach (var node in index.Flows)
        {
            flows.Add(BuildFlow(node, flows.Count));
        }

        return new(
            process.Id!,
            process["name"],
            [.. index.Nodes.Select(elements.Build)],
            flows.MoveToImmutable(),
            clocks.Definitions,
            elements.Content()
        )
        {
            VersionTag = process.Extension(BpmnNames.Zeebe, "versionTag")?["value"],
            IsExecutable = process["isExecutable"] is not ("false" or "0"),
            Position = process.Position,
        };
    }

    private SequenceFlow BuildFlow(BpmnNode node, int position) =>
        new()
        {
            Index = position,
            Id = index.FlowIds[position],
            Name = node["name"],
            Source = index.IndexOf(node["sourceRef"]),
            Target = index.IndexOf(node["targetRef"]),
            Position = node.Position,
            Condition = IsDefault(node) ? null : Condition(node),
            Clocks = clocks.LinksOfFlow(position),
        };

    private FeelExpression? Condition(BpmnNode flow) =>
        flow.Bpmn("conditionExpression") is { } condition ? feel.Standard(condition) : null;

    /// <summary>A condition on a default flow shall be ignored (BPMN §10.6.2).</summary>
    private bool IsDefault(BpmnNode flow)
    {
        var source = index.IndexOf(flow["sourceRef"]);
        return source >= 0 && flow.Id is { } id && index.Nodes[source]["default"]?.Trim() == id;
    }
}
