using System.Runtime.CompilerServices;
using Approvals.Workflow.Feel.Ast;

namespace Approvals.Workflow.Feel.Syntax;

/// <summary>
/// Recursive descent over FEEL's grammar (DMN 1.5 §10.3.1.2), one token ahead and no backtracking, so time is linear in the
/// text. Stops at the first fault with its place.
/// </summary>
internal sealed partial class Parser
{
    private const int MaxNesting = 256;
    private readonly Lexer lexer;
    private readonly NameTable names = new();
    private readonly NameTable members = new();
    private readonly NameTable declaredMembers;
    private readonly NameTable types = new();
    private Token token;
    private int lastEnd;
    private int nesting;
    private int filters;

    // Where an operand starts that may be a parenthesised list of tests: right after `in`.
    private int testsAt = -1;

    public Parser(string text, FeelDeclarations declarations)
    {
        lexer = new Lexer(text);
        Learn(declarations.Names, names, members);
        declaredMembers = declarations.MemberTable;
        Learn(declarations.Types.Keys, types);
        foreach (var name in (string[])["time offset", "start included", "end included"])
        {
            members.Add(name);
        }

        token = lexer.Read(0);
    }

    public Node ParseExpression()
    {
        var expression = Expression();
        ExpectEnd();
        return expression;
    }

    /// <summary>`-`, tests separated by commas, or `not(` tests `)`: all against the name `?`.</summary>
    public Node ParseUnaryTests()
    {
        var input = new Name("?", 0, 0);
        if (token.Kind == TokenKind.Minus && lexer.Read(token.End).Kind == TokenKind.End)
        {
            Advance();
            return new Literal(FeelValue.True, 0, lexer.Text.Length);
        }

        var start = token.Start;
        var first = token;
        if (IsWord("not") && lexer.Read(token.End).Kind == TokenKind.OpenParen)
        {
            var callee = new Name("not", token.Start, token.Length);
            Advance();
            Advance();
            var tests = Tests();
            Expect(TokenKind.CloseParen, "')'");
            if (token.Kind == TokenKind.End)
            {
                var negated = new In(input, tests, start, lastEnd - start);
                return new Call(callee, [negated], null, start, lastEnd - start);
            }

            // What goes on after it, as in `not(a) and b`, was the function.
            (token, lastEnd, testsAt) = (first, start, -1);
        }

        var positive = Tests();
        ExpectEnd();
        return new In(input, positive, start, lastEnd - start);
    }

    // A model knows hundreds of names, an expression uses a few.
    private void Learn(IEnumerable<string> declared, params ReadOnlySpan<NameTable> tables)
    {
        foreach (var name in declared)
        {
            if (NameTable.MayOccur(name, lexer.Text))
            {
                foreach (var table in tables)
                {
                    table.Add(name);
                }
            }
        }
    }

    private Node Expression()
    {
        if (++nesting > MaxNesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new FeelSyntaxException(
                "limit",
                $"The expression is nested deeper than {MaxNesting} levels.",
                token.Start,
                token.Length
            );
        }

        var expression = Keyword() switch
        {
            "if" => IfExpression(),
            "for" => ForExpression(),
            "some" or "every" => QuantifiedExpression(),
            _ => Disjunction(),
        };
        nesting--;
        return expression;
    }

    private Node Disjunction()
    {
        var left = Conjunction();
        while (IsWord("or"))
        {
            Advance();
            left = Join(BinaryOperator.Or, left, Conjunction());
        }

        return left;
    }

    private Node Conjunction()
    {
        var left = Compared();
        while (IsWord("and"))
        {
            Advance();
            left = Join(BinaryOperator.And, left, Compared());
        }

        return left;
    }

    private Node Compared()
    {
        var left = Sum();
        while (true)
        {
            if (ComparisonOperator(token.Kind) is { } comparison)
            {
                Advance();
                left = Join(comparison, left, Sum());
            }
            else if (IsWord("between"))
            {
                Advance();
                var low = Sum();
                ExpectWord("and");
                var high = Sum();
                left = new Between(left, low, high, left.Position, lastEnd - left.Position);
            }
            else if (IsWord("in"))
            {
                Advance();
                testsAt = token.Start;
                var test = Test();
                var tests = test is TestList list ? list.Tests : [test];
                left = new In(left, tests, left.Position, lastEnd - left.Position);
            }
            else
            {
                return left;
            }
        }
    }

    private Node Sum()
    {
        var left = Product();
        while (token.Kind is TokenKind.Plus or TokenKind.Minus)
        {
            var kind = token.Kind == TokenKind.Plus ? BinaryOperator.Add : BinaryOperator.Subtract;
            Advance();
            left = Join(kind, left, Product());
        }

        return left;
    }

    private Node Product()
    {
        var left = Exponentiation();
        while (token.Kind is TokenKind.Star or TokenKind.Slash)
        {
            var kind = token.Kind == TokenKind.Star ? BinaryOperator.Multiply : BinaryOperator.Divide;
            Advance();
            left = Join(kind, left, Exponentiation());
        }

        return left;
    }

    private Node Exponentiation()
    {
        var left = Signed();
        while (token.Kind == TokenKind.Power)
        {
            Advance();
            left = Join(BinaryOperator.Power, left, Signed());
        }

        return left;
    }

    // The sign binds tighter than the power (rule 4): -2 ** 2 is 4.
    private Node Signed()
    {
        if (token.Kind != TokenKind.Minus)
        {
            return Typed();
        }

        var start = token.Start;
        var count = 0;
        while (token.Kind == TokenKind.Minus)
        {
            Advance();
            count++;
            if (count > MaxNesting)
            {
                throw new FeelSyntaxException("limit", "Too many signs in a row.", start, token.Start - start);
            }
        }

        var operand = Typed();
        for (var i = 0; i < count; i++)
        {
            operand = new Negation(operand, start, lastEnd - start);
        }

        return operand;
    }

    private Node Typed()
    {
        var value = Postfix();
        while (IsWord("instance"))
        {
            Advance();
            ExpectWord("of");
            var type = Type();
            value = new InstanceOf(value, type, value.Position, lastEnd - value.Position);
        }

        return value;
    }

    private Node Postfix()
    {
        var target = Primary();
        while (true)
        {
            switch (token.Kind)
            {
                case TokenKind.Dot:
                    Advance();
                    var member = MemberName();
                    target = new Ast.Path(target, member, target.Position, lastEnd - target.Position);
                    break;
                case TokenKind.OpenBracket when !ClosesRange():
                    Advance();
                    filters++;
                    var predicate = Expression();
                    filters--;
                    Expect(TokenKind.CloseBracket, "']'");
                    target = new Filter(target, predicate, target.Position, lastEnd - target.Position);
                    break;
                case TokenKind.OpenParen:
                    target = Invocation(target);
                    break;
                default:
                    return target;
            }
        }
    }

    private Binary Join(BinaryOperator kind, Node left, Node right) =>
        new(kind, left, right, left.Position, lastEnd - left.Position);

    private static BinaryOperator? ComparisonOperator(TokenKind kind) =>
        kind switch
        {
            TokenKind.Equal => BinaryOperator.Equal,
            TokenKind.NotEqual => BinaryOperator.NotEqual,
            TokenKind.Less => BinaryOperator.Less,
            TokenKind.LessEqual => BinaryOperator.LessEqual,
            TokenKind.Greater => BinaryOperator.Greater,
            TokenKind.GreaterEqual => BinaryOperator.GreaterEqual,
            _ => null,
        };
}
