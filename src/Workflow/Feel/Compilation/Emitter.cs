using System.Runtime.CompilerServices;
using Approvals.Workflow.Feel.Ast;
using Approvals.Workflow.Feel.Functions;
using Approvals.Workflow.Feel.Syntax;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Compilation;

/// <summary>
/// Turns a tree into code: binds names to slots, fields, built-ins or the outer scope, and computes what is constant.
/// </summary>
internal sealed partial class Emitter(FeelDeclarations declarations)
{
    private readonly List<string> freeNames = [];
    private readonly HashSet<string> known = [.. declarations.Names];
    private LexicalScope? scope;
    private int slots;
    private int frameSize;

    public int FrameSize => frameSize;
    public IReadOnlyList<string> FreeNames => freeNames;

    // Past so many levels a check stands in the tree; what lies between two of them fits the reserve of the stack.
    private const int GuardEvery = 32;
    private int height;

    /// <exception cref="InsufficientExecutionStackException">The tree is too high for this thread.</exception>
    public Code Emit(Node node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        height++;
        var code = EmitNode(node);
        var guards = height % GuardEvery == 0 && code is not Compilation.Constant;
        height--;
        return guards ? new StackGuard(code) { Position = node.Position, Length = node.Length } : code;
    }

    private Code EmitNode(Node node) =>
        node switch
        {
            Literal literal => Constant(literal.Value, node),
            Name name => Name(name.Text, node),
            Ast.Path path => new PathCode(Emit(path.Target), path.Member)
            {
                Position = node.Position,
                Length = node.Length,
            },
            Filter filter => Filter(filter),
            Call call => Call(call),
            Negation negation => Folded(
                node,
                new NegateCode(Emit(negation.Operand)) { Position = node.Position, Length = node.Length },
                negation.Operand
            ),
            Binary binary => Folded(node, Binary(binary), binary.Left, binary.Right),
            Between between => new BetweenCode(Emit(between.Value), Emit(between.Low), Emit(between.High))
            {
                Position = node.Position,
                Length = node.Length,
            },
            In tests => In(tests),
            TestList list => throw Misplaced(list),
            Comparison test => Folded(
                node,
                new OpenRangeCode(test.Operator, Emit(test.Operand)) { Position = node.Position, Length = node.Length },
                test.Operand
            ),
            If choice => new IfCode(Emit(choice.Condition), Emit(choice.Then), Emit(choice.Else))
            {
                Position = node.Position,
                Length = node.Length,
            },
            For loop => For(loop),
            Quantified quantified => Quantified(quantified),
            FunctionDefinition function => Function(function),
            ListLiteral list => Folded(
                node,
                new ListCode([.. list.Items.Select(Emit)]) { Position = node.Position, Length = node.Length },
                [.. list.Items]
            ),
            ContextLiteral context => Context(context),
            RangeLiteral range => Folded(node, Range(range), range.Start, range.End),
            InstanceOf instance => InstanceOf(instance),
            _ => throw new InvalidOperationException($"No code for {node.GetType().Name}."),
        };

    private static Constant Constant(FeelValue value, Node at) =>
        new(value) { Position = at.Position, Length = at.Length };

    // What reads nothing is computed now; where that fails the code stays, to report each time it runs.
    private static Code Folded(Node node, Code code, params ReadOnlySpan<Node> operands)
    {
        foreach (var operand in operands)
        {
            if (!IsConstant(operand))
            {
                return code;
            }
        }

        var environment = new FeelEnvironment { Now = default };
        var value = code.Evaluate(new Activation(EmptyScope.Instance, environment, []));
        return environment.Diagnostics.Count == 0 ? Constant(value, node) : code;
    }

    private static bool IsConstant(Node node) =>
        node switch
        {
            Literal => true,
            Negation negation => IsConstant(negation.Operand),
            ListLiteral list => list.Items.All(IsConstant),
            RangeLiteral range => IsConstant(range.Start) && IsConstant(range.End),
            Comparison test => IsConstant(test.Operand),
            _ => false,
        };

    private Code Binary(Binary node)
    {
        var (left, right) = (Emit(node.Left), Emit(node.Right));
        var (position, length) = (node.Position, node.Length);
        return node.Operator switch
        {
            BinaryOperator.Add => new AddCode(left, right) { Position = position, Length = length },
            BinaryOperator.Subtract => new SubtractCode(left, right) { Position = position, Length = length },
            BinaryOperator.Multiply => new MultiplyCode(left, right) { Position = position, Length = length },
            BinaryOperator.Divide => new DivideCode(left, right) { Position = position, Length = length },
            BinaryOperator.Power => new PowerCode(left, right) { Position = position, Length = length },
            BinaryOperator.And => new AndCode(left, right) { Position = position, Length = length },
            BinaryOperator.Or => new OrCode(left, right) { Position = position, Length = length },
            BinaryOperator.Equal => new EqualCode(left, right, false) { Position = position, Length = length },
            BinaryOperator.NotEqual => new EqualCode(left, right, true) { Position = position, Length = length },
            var order => new OrderCode(left, order, right) { Position = position, Length = length },
        };
    }

    private RangeCode Range(RangeLiteral node)
    {
        var (start, end) = (Emit(node.Start), Emit(node.End));
        return new RangeCode(start, node.StartIncluded, end, node.EndIncluded)
        {
            Position = node.Position,
            Length = node.Length,
        };
    }

    private InCode In(In node)
    {
        var value = Emit(node.Value);
        var rebinds = node.Value is not Name { Text: "?" } && node.Tests.Any(NamesInput);
        var outer = scope;
        var slot = rebinds ? Declare("?") : -1;
        var tests = node.Tests.Select(test => Test(test, NamesInput(test))).ToArray();
        Leave(outer, rebinds ? 1 : 0);
        return new InCode(value, tests, slot) { Position = node.Position, Length = node.Length };
    }

    private InTest Test(Node test, bool namesInput) =>
        test is Comparison comparison
            ? new InTest(Emit(comparison.Operand), comparison.Operator, namesInput)
            : new InTest(Emit(test), null, namesInput);

    private static bool NamesInput(Node test)
    {
        var open = new Stack<Node>([test]);
        while (open.TryPop(out var node))
        {
            if (node is Name { Text: "?" })
            {
                return true;
            }

            foreach (var child in node.Children)
            {
                open.Push(child);
            }
        }

        return false;
    }

    private static FeelSyntaxException Misplaced(Node node) =>
        new("syntax", "A list of tests stands only on the right of 'in'.", node.Position, node.Length);
}
