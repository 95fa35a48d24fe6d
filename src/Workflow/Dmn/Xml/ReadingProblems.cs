using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Dmn.Xml;

/// <summary>Collects what is wrong with a file.</summary>
internal sealed class ReadingProblems
{
    private readonly List<DmnProblem> problems = [];

    public void Add(string rule, string? elementId, SourcePosition at, string message) =>
        problems.Add(new(rule, elementId, at.Line, at.Column, message));

    /// <summary>The problem bears the id of the nearest element that has one.</summary>
    public void Add(string rule, DmnNode node, string message) => Add(rule, node.NearestId, node.Position, message);

    public IReadOnlyList<DmnProblem> InOrder() =>
        [.. problems.Distinct().OrderBy(p => p.Line).ThenBy(p => p.Column).ThenBy(p => p.Rule, StringComparer.Ordinal)];
}
