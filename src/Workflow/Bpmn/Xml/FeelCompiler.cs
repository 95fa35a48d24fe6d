using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Bpmn.Xml;

/// <summary>Compiles the expressions of one file; what doesn't compile is a problem at its place.</summary>
internal sealed class FeelCompiler(ProblemList problems, string? defaultLanguage)
{
    // Stands where an expression is broken, so that the rest of the file is checked too; such a file is never deployed.
    private static readonly FeelExpression Broken = FeelExpression.Compile("null").Expression!;

    public FeelExpression Compile(BpmnNode node, string text)
    {
        if (IsForeign(text))
        {
            problems.Add(
                "expression.language",
                node,
                $"'{text.Trim()}' is an expression of Camunda 7, Flowable, Activiti or jBPM; write it in FEEL, with a leading =.",
                PlaceOf(node, text)
            );
            return Broken;
        }

        var compilation = FeelExpression.Compile(text);
        if (compilation.Expression is { } expression)
        {
            return expression;
        }

        foreach (var diagnostic in compilation.Diagnostics)
        {
            problems.Add(
                "feel",
                node,
                $"FEEL '{text.Trim()}': {diagnostic.Message} (at character {diagnostic.Position + 1})",
                PlaceOf(node, text)
            );
        }

        return Broken;
    }

    /// <summary>A leading <c>=</c> makes FEEL, anything else is the text itself.</summary>
    public ModelValue Value(BpmnNode node, string text) =>
        text.StartsWith('=') ? new(null, Compile(node, text[1..]))
        : IsForeign(text) ? new(null, Compile(node, text))
        : new(text, null);

    public ModelValue? OptionalValue(BpmnNode? node, string attribute) =>
        node?[attribute] is { Length: > 0 } text ? Value(node, text) : null;

    public ModelList? OptionalList(BpmnNode? node, string attribute) =>
        OptionalValue(node, attribute) is { } value
            ? new(
                [
                    .. (value.Text ?? "").Split(
                        ',',
                        StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
                    ),
                ],
                value.Expression
            )
            : null;

    /// <summary>An attribute that must be FEEL, with or without the <c>=</c>.</summary>
    public FeelExpression Expression(BpmnNode node, string text) =>
        Compile(node, text.StartsWith('=') ? text[1..] : text);

    /// <summary>A standard expression element (BPMN §8.3.6): with <c>=</c> it is FEEL, else in its own or the file's language.</summary>
    public FeelExpression? Standard(BpmnNode node)
    {
        var text = node.Text.Trim();
        if (text.Length == 0)
        {
            problems.Add("expression.empty", node, $"<{node.Name}> is empty.");
            return null;
        }

        return IsFeel(node, text) ? Expression(node, text) : null;
    }

    /// <summary>A standard expression element that may also be a plain ISO 8601 text.</summary>
    public ModelValue? StandardValue(BpmnNode node)
    {
        var text = node.Text.Trim();
        if (text.Length == 0)
        {
            problems.Add("expression.empty", node, $"<{node.Name}> is empty.");
            return null;
        }

        return !text.StartsWith('=') ? Value(node, text)
            : IsFeel(node, text) ? Value(node, text)
            : null;
    }

    private bool IsFeel(BpmnNode node, string text)
    {
        var language = node["language"] ?? (text.StartsWith('=') ? null : defaultLanguage);
        if (language is null || language.Contains("FEEL", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        problems.Add(
            "expression.language",
            node,
            $"The expression language '{language}' isn't executed here, only FEEL."
        );
        return false;
    }

    /// <summary>See <see cref="BpmnProblem.Place"/>.</summary>
    private static string PlaceOf(BpmnNode node, string text)
    {
        var number = 1 + (node.Parent?.All(node.Namespace, node.Name).TakeWhile(each => each != node).Count() ?? 0);
        var attribute = node.Attributes.Find(each => each.Value.AsSpan().TrimStart('=').SequenceEqual(text));
        return $"{node.Name}[{number}]" + (attribute.Name is { } name ? "@" + name : "");
    }

    /// <summary>True for <c>${…}</c> and <c>#{…}</c>.</summary>
    private static bool IsForeign(string text) => text.AsSpan().Trim() is ['$' or '#', '{', .., '}'];
}
