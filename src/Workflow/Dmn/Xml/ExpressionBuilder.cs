using System.Collections.Immutable;
using Approvals.Workflow.Dmn.Model;
using Approvals.Workflow.Feel.Syntax;

namespace Approvals.Workflow.Dmn.Xml;

/// <summary>Reads decision logic: literal text and boxed expressions.</summary>
internal sealed class ExpressionBuilder(ReadingProblems problems)
{
    private static readonly string[] Kinds =
    [
        "literalExpression",
        "decisionTable",
        "invocation",
        "context",
        "list",
        "relation",
        "functionDefinition",
        "conditional",
        "filter",
        "for",
        "some",
        "every",
    ];

    /// <summary>The one expression inside, or null when there is none.</summary>
    public Expression? Inside(DmnNode? node)
    {
        if (node is null)
        {
            return null;
        }

        Expression? found = null;
        foreach (var child in node.Children)
        {
            if (child.Namespace != node.Namespace || !Kinds.Contains(child.Name))
            {
                continue;
            }

            if (found is not null)
            {
                problems.Add("schema.expression", child, $"<{node.Name}> has more than one expression.");
                break;
            }

            found = Read(child);
        }

        return found;
    }

    public FunctionDefinition Function(DmnNode node) =>
        new(
            node.NearestId,
            node.TypeRefOf(),
            node.Position,
            node["kind"] ?? "FEEL",
            [.. node.All("formalParameter").Select(each => each.Information())],
            Inside(node)
        );

    public static LiteralExpression Literal(DmnNode node) =>
        new(
            node.NearestId,
            node.TypeRefOf(),
            node.Position,
            node.TextOf() ?? new ModelText(node.NearestId, "", node.Position),
            node["expressionLanguage"]
        );

    private Expression Read(DmnNode node)
    {
        var (id, type, at) = (node.NearestId, node.TypeRefOf(), node.Position);
        return node.Name switch
        {
            "literalExpression" => Literal(node),
            "decisionTable" => new TableBuilder(problems).Build(node),
            "invocation" => new Invocation(id, type, at, Inside(node), Bindings(node)),
            "context" => new BoxedContext(id, type, at, [.. node.All("contextEntry").Select(Entry)]),
            "list" => new BoxedList(id, type, at, Items(node)),
            "relation" => Relation(node),
            "functionDefinition" => Function(node),
            "conditional" => new Conditional(
                id,
                type,
                at,
                Inside(node.Child("if")),
                Inside(node.Child("then")),
                Inside(node.Child("else"))
            ),
            "filter" => new BoxedFilter(id, type, at, Inside(node.Child("in")), Inside(node.Child("match"))),
            "for" => Iteration(node, IterationKind.For, "return"),
            "some" => Iteration(node, IterationKind.Some, "satisfies"),
            _ => Iteration(node, IterationKind.Every, "satisfies"),
        };
    }

    private BoxedEntry Entry(DmnNode node) => new(node.Child("variable")?.Information(), Inside(node), node.Position);

    private ImmutableArray<Binding> Bindings(DmnNode node) =>
        [
            .. node.All("binding")
                .Select(each => new Binding(
                    each.Child("parameter")?.Information() ?? new InformationItem("", null),
                    Inside(each)
                )),
        ];

    private ImmutableArray<Expression?> Items(DmnNode node) =>
        [.. node.Children.Where(child => child.Namespace == node.Namespace && Kinds.Contains(child.Name)).Select(Read)];

    private Relation Relation(DmnNode node)
    {
        ImmutableArray<InformationItem> columns = [.. node.All("column").Select(each => each.Information())];
        var rows = node.All("row").Select(Items).ToImmutableArray();
        foreach (var row in node.All("row"))
        {
            if (Items(row).Length != columns.Length)
            {
                problems.Add("relation.width", row, $"The row has not one cell for each of {columns.Length} columns.");
            }
        }

        return new Relation(node.NearestId, node.TypeRefOf(), node.Position, columns, rows);
    }

    private Iteration Iteration(DmnNode node, IterationKind kind, string body) =>
        new(
            node.NearestId,
            node.TypeRefOf(),
            node.Position,
            kind,
            Characters.Normalise(node["iteratorVariable"] ?? ""),
            Inside(node.Child("in")),
            Inside(node.Child(body))
        );
}
