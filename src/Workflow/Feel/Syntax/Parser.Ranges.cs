using Approvals.Workflow.Feel.Ast;

namespace Approvals.Workflow.Feel.Syntax;

/// <summary>Parentheses, which may hold an expression, a test, a range or tests; and the ends of ranges.</summary>
internal sealed partial class Parser
{
    private bool inRangeEnd;

    private Node Parenthesised()
    {
        var start = token.Start;
        var mayList = start == testsAt;
        testsAt = -1;
        Advance();
        var wasInRangeEnd = inRangeEnd;
        inRangeEnd = false;
        var first = mayList ? Test() : TestOrExpression();
        inRangeEnd = wasInRangeEnd;
        if (token.Kind == TokenKind.DotDot)
        {
            return RangeFrom(start, first, startIncluded: false);
        }

        if (mayList && token.Kind == TokenKind.Comma)
        {
            var tests = new List<Node> { first };
            while (token.Kind == TokenKind.Comma)
            {
                Advance();
                tests.Add(Test());
            }

            Expect(TokenKind.CloseParen, "')'");
            return new TestList(tests, start, lastEnd - start);
        }

        Expect(TokenKind.CloseParen, "')'");
        return first;
    }

    private Node TestOrExpression() => ComparisonOperator(token.Kind) is null ? Expression() : Test();

    private List<Node> Tests()
    {
        var tests = new List<Node> { Test() };
        while (token.Kind == TokenKind.Comma)
        {
            Advance();
            tests.Add(Test());
        }

        return tests;
    }

    private Node Test()
    {
        if (ComparisonOperator(token.Kind) is not { } comparison)
        {
            // Right of `in` only an operand of comparison; inside parentheses anything.
            return testsAt == token.Start ? Sum() : Expression();
        }

        testsAt = -1;
        var start = token.Start;
        Advance();
        var operand = Sum();
        return new Comparison(comparison, operand, start, lastEnd - start);
    }

    private Node Endpoint()
    {
        var was = inRangeEnd;
        inRangeEnd = true;
        var expression = Expression();
        inRangeEnd = was;
        return expression;
    }

    private RangeLiteral RangeFrom(int start, Node from, bool startIncluded)
    {
        Expect(TokenKind.DotDot, "'..'");
        var to = Endpoint();
        var endIncluded = token.Kind == TokenKind.CloseBracket;
        if (token.Kind is not (TokenKind.CloseBracket or TokenKind.CloseParen or TokenKind.OpenBracket))
        {
            throw Unexpected("the end of the range: ']', ')' or '['");
        }

        Advance();
        return new RangeLiteral(from, startIncluded, to, endIncluded, start, lastEnd - start);
    }

    // `[1..x[` closes a range, `[1..x[1]]` filters x: a filter has an expression after its bracket.
    private bool ClosesRange()
    {
        if (!inRangeEnd)
        {
            return false;
        }

        var next = lexer.Read(token.End);
        return next.Kind switch
        {
            TokenKind.Word => Keywords.Find(lexer.Text.AsSpan(next.Start, next.Length))
                is "and"
                    or "or"
                    or "then"
                    or "else"
                    or "return"
                    or "satisfies"
                    or "in"
                    or "instance"
                    or "between",
            TokenKind.Number
            or TokenKind.Text
            or TokenKind.At
            or TokenKind.OpenParen
            or TokenKind.OpenBracket
            or TokenKind.OpenBrace
            or TokenKind.Minus => false,
            _ => true,
        };
    }
}
