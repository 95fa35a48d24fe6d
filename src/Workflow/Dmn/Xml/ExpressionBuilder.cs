using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Xml;
using Approvals.Workflow.Dmn.Model;
using Approvals.Workflow.Feel.Syntax;

namespace Approvals.Workflow.Dmn.Xml;

/// <summary>Reads decision logic: literal text and boxed expressions.</summary>
internal sealed class ExpressionBuilder(ProblemList problems)
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
    public Expression? Inside(BpmnNode? node)
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

    public FunctionDefinition Function(BpmnNode node) =>
        new(
            node.NearestId(),
            node.TypeRefOf(),
            node.Position,
            node["kind"] ?? "FEEL",
            [.. node.AllDmn("formalParameter").Select(each => each.Item())],
            Inside(node)
        );

    public static LiteralExpression Literal(BpmnNode node) =>
        new(
            node.NearestId(),
            node.TypeRefOf(),
            node.Position,
            node.TextOf() ?? new ModelText(node.NearestId(), "", node.Position),
            node["expressionLanguage"]
        );

    private Expression Read(BpmnNode node)
    {
        var (id, type, at) = (node.NearestId(), node.TypeRefOf(), node.Position);
        return node.Name switch
        {
            "literalExpression" => Literal(node),
            "decisionTable" => new TableBuilder(problems).Build(node),
            "invocation" => new Invocation(id, type, at, Inside(node), Bindings(node)),
            "context" => new BoxedContext(id, type, at, [.. node.AllDmn("contextEntry").Select(Entry)]),
            "list" => new BoxedList(id, type, at, Items(node)),
            "relation" => Relation(node),
            "functionDefinition" => Function(node),
            "conditional" => new Conditional(
                id,
                type,
                at,
                Inside(node.Dmn("if")),
                Inside(node.Dmn("then")),
                Inside(node.Dmn("else"))
            ),
            "filter" => new BoxedFilter(id, type, at, Inside(node.Dmn("in")), Inside(node.Dmn("match"))),
            "for" => Iteration(node, IterationKind.For, "return"),
            "some" => Iteration(node, IterationKind.Some, "satisfies"),
            _ => Iteration(node, IterationKind.Every, "satisfies"),
        };
    }

    private BoxedEntry Entry(BpmnNode node) => new(node.Dmn("variable")?.Item(), Inside(node), node.Position);

    private ImmutableArray<Binding> Bindings(BpmnNode node) =>
        [
            .. node.AllDmn("binding")
                .Select(each => new Binding(
                    each.Dmn("parameter")?.Item() ?? new InformationItem("", null),
                    Inside(each)
                )),
        ];

    private ImmutableArray<Expression?> Items(BpmnNode node) =>
        [.. node.Children.Where(child => child.Namespace == node.Namespace && Kinds.Contains(child.Name)).Select(Read)];

    private Relation Relation(BpmnNode node)
    {
        ImmutableArray<InformationItem> columns = [.. node.AllDmn("column").Select(each => each.Item())];
        var rows = node.AllDmn("row").Select(Items).ToImmutableArray();
        foreach (var row in node.AllDmn("row"))
        {
            if (Items(row).Length != columns.Length)
            {
                problems.Add("relation.width", row, $"The row has not one cell for each of {columns.Length} columns.");
            }
        }

        return new Relation(node.NearestId(), node.TypeRefOf(), node.Position, columns, rows);
    }

    private Iteration Iteration(BpmnNode node, IterationKind kind, string body) =>
        new(
            node.NearestId(),
            node.TypeRefOf(),
            node.Position,
            kind,
            Characters.Normalise(node["iteratorVariable"] ?? ""),
            Inside(node.Dmn("in")),
            Inside(node.Dmn(body))
        );
}
