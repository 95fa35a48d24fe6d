using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Dmn.Model;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Dmn.Compilation;

/// <summary>A place of the model that a problem is about.</summary>
internal readonly record struct Problem(string? ElementId, SourcePosition Position)
{
    public static Problem At(ItemDefinition item) => new(item.Id, item.Position);

    public static Problem At(Expression expression) => new(expression.Id, expression.Position);

    public static Problem At(DrgElement element) => new(element.Id, element.Position);

    public static Problem At(ModelText text) => new(text.ElementId, text.Position);
}

/// <summary>Collects what is wrong with the logic of a model and of those it imports.</summary>
internal sealed class ModelProblems
{
    private readonly List<DmnProblem> problems = [];

    /// <summary>The imported model that is being compiled; null for the model itself.</summary>
    public string? Import { get; set; }

    public void Add(string rule, Problem at, string message) =>
        problems.Add(
            new(
                rule,
                at.ElementId,
                at.Position.Line,
                at.Position.Column,
                Import is null ? message : $"{message} (in the imported model '{Import}')"
            )
        );

    public void AddFeel(ModelText text, IReadOnlyList<FeelDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            Add(
                "feel",
                Problem.At(text),
                $"FEEL '{Short(text.Text)}': {diagnostic.Message} (at character {diagnostic.Position + 1})"
            );
        }
    }

    public IReadOnlyList<DmnProblem> InOrder() =>
        [.. problems.Distinct().OrderBy(each => each.Line).ThenBy(each => each.Column)];

    private static string Short(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length > 80 ? trimmed[..80] + "…" : trimmed;
    }
}
