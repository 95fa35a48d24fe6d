using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>Collects what is wrong with a file.</summary>
internal sealed class ProblemList
{
    private readonly List<BpmnProblem> problems = [];

    public void Add(string rule, string? elementId, SourcePosition at, string message) =>
        problems.Add(new(rule, elementId, at.Line, at.Column, message));

    /// <summary>The problem bears the id of the nearest element that has one.</summary>
    public void Add(string rule, BpmnNode node, string message, string? place = null)
    {
        var named = node;
        while (named is not null && named.Id is null)
        {
            named = named.Parent;
        }

        var at = node.Position;
        problems.Add(new(rule, named?.Id, at.Line, at.Column, message, Place: place));
    }

    public IReadOnlyList<BpmnProblem> InOrder() =>
        [.. problems.Distinct().OrderBy(p => p.Line).ThenBy(p => p.Column).ThenBy(p => p.Rule, StringComparer.Ordinal)];
}
