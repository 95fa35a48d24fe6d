using Approvals.Workflow.Feel;
using Approvals.Workflow.Feel.Ast;
using Approvals.Workflow.Feel.Compilation;
using Approvals.Workflow.Feel.Syntax;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Dmn.Checking;

/// <summary>
/// The constants a cell compares its input with. Between two neighbouring ones of a column all its tests are constant, so one
/// sample there speaks for all; a test of another shape makes the column undecidable here.
/// </summary>
internal sealed class TestConstants(FeelDeclarations declarations)
{
    private readonly List<FeelValue> constants = [];

    /// <summary>Orders strings by more than equality, which leaves room for other strings between two.</summary>
    public bool OrdersStrings { get; private set; }

    public IReadOnlyList<FeelValue> Values => constants;

    /// <summary>False when the test is not a comparison of the input with constants.</summary>
    public bool TryAdd(string text)
    {
        try
        {
            return Tests(new Parser(text, declarations).ParseUnaryTests());
        }
        catch (FeelSyntaxException)
        {
            return false;
        }
    }

    private bool Tests(Node node) =>
        node switch
        {
            Literal => true,
            Call { Callee: Name { Text: "not" }, Arguments: [var inner] } => Tests(inner),
            In { Value: Name { Text: "?" } } tests => tests.Tests.All(Test),
            _ => Condition(node),
        };

    private bool Test(Node node) =>
        node switch
        {
            Comparison comparison => Constant(comparison.Operand, IsOrder(comparison.Operator)),
            RangeLiteral range => Constant(range.Start, true) && Constant(range.End, true),
            _ => Condition(node) || Constant(node, false),
        };

    // Written out with the input's name: `? > 10 and ? < 20`.
    private bool Condition(Node node) =>
        node switch
        {
            Binary { Operator: BinaryOperator.And or BinaryOperator.Or } both => Condition(both.Left)
                && Condition(both.Right),
            Binary { Left: Name { Text: "?" } } comparison when IsComparison(comparison.Operator) => Constant(
                comparison.Right,
                IsOrder(comparison.Operator)
            ),
            Binary { Right: Name { Text: "?" } } comparison when IsComparison(comparison.Operator) => Constant(
                comparison.Left,
                IsOrder(comparison.Operator)
            ),
            Between { Value: Name { Text: "?" } } between => Constant(between.Low, true)
                && Constant(between.High, true),
            In { Value: Name { Text: "?" } } tests => tests.Tests.All(Test),
            Call { Callee: Name { Text: "not" }, Arguments: [var inner] } => Condition(inner),
            _ => false,
        };

    private bool Constant(Node node, bool isOrder)
    {
        var emitter = new Emitter(declarations);
        var code = emitter.Emit(node);
        if (emitter.FreeNames.Count > 0 || ReadsInputOrClock(node))
        {
            return false;
        }

        var environment = new FeelEnvironment { Now = default };
        var locals = new FeelValue[emitter.FrameSize];
        FeelValue value;
        try
        {
            value = code.Evaluate(new Activation(EmptyScope.Instance, environment, locals));
        }
        catch (FeelLimitException)
        {
            return false;
        }

        return environment.Diagnostics.Count == 0 && Add(value, isOrder);
    }

    private bool Add(FeelValue value, bool isOrder)
    {
        switch (value.Kind)
        {
            case FeelKind.List:
                return value.AsList().All(item => Add(item, false));
            case FeelKind.Range:
                var range = value.AsRange();
                return (range.Start.IsNull || Add(range.Start, !range.IsExclusion))
                    && (range.End.IsNull || Add(range.End, !range.IsExclusion));
            case FeelKind.Context or FeelKind.Function:
                return false;
            case FeelKind.Null:
                return true;
            case FeelKind.String:
                OrdersStrings |= isOrder;
                constants.Add(value);
                return true;
            default:
                constants.Add(value);
                return true;
        }
    }

    private static bool ReadsInputOrClock(Node node)
    {
        var open = new Stack<Node>([node]);
        while (open.TryPop(out var at))
        {
            if (at is Name { Text: "?" or "now" or "today" })
            {
                return true;
            }

            foreach (var child in at.Children)
            {
                open.Push(child);
            }
        }

        return false;
    }

    private static bool IsOrder(BinaryOperator comparison) =>
        comparison
            is BinaryOperator.Less
                or BinaryOperator.LessEqual
                or BinaryOperator.Greater
                or BinaryOperator.GreaterEqual;

    private static bool IsComparison(BinaryOperator comparison) =>
        IsOrder(comparison) || comparison is BinaryOperator.Equal or BinaryOperator.NotEqual;
}
