using System.Text;
using Approvals.Workflow.Feel.Ast;
using Approvals.Workflow.Feel.Functions;

namespace Approvals.Workflow.Feel.Syntax;

/// <summary>Names: declared ones by the longest match, undeclared ones as a run of words.</summary>
internal sealed partial class Parser
{
    private Node NameOrKeyword()
    {
        var start = token.Start;
        if (names.Match(lexer.Text, token) is { } declared)
        {
            MoveTo(declared.End);
            return new Name(declared.Name, start, lastEnd - start);
        }

        if (
            BuiltIns.Names.Match(lexer.Text, token) is { } builtIn
            && lexer.Read(builtIn.End).Kind == TokenKind.OpenParen
        )
        {
            MoveTo(builtIn.End);
            return new Name(builtIn.Name, start, lastEnd - start);
        }

        switch (Keyword())
        {
            case "true":
                Advance();
                return new Literal(FeelValue.True, start, lastEnd - start);
            case "false":
                Advance();
                return new Literal(FeelValue.False, start, lastEnd - start);
            case "null":
                Advance();
                return new Literal(FeelValue.Null, start, lastEnd - start);
            case "function":
                return FunctionExpression();
            case "if" or "for" or "some" or "every":
                return Expression();
            case null:
                break;
            default:
                throw Unexpected("an expression");
        }

        if (filters > 0 && Member() is { } member)
        {
            MoveTo(member.End);
            return new Name(member.Name, start, lastEnd - start);
        }

        var name = Words();
        return new Name(name, start, lastEnd - start);
    }

    private (string Name, int End)? Member()
    {
        var (own, declared) = (members.Match(lexer.Text, token), declaredMembers.Match(lexer.Text, token));
        return own is null || declared?.End > own.Value.End ? declared : own;
    }

    private string MemberName()
    {
        if (token.Kind != TokenKind.Word)
        {
            throw Unexpected("a name");
        }

        if (Member() is { } member)
        {
            MoveTo(member.End);
            return member.Name;
        }

        return Words();
    }

    // Two names side by side mean nothing else in FEEL, so an undeclared run of words is one name.
    private string Words()
    {
        var first = Spelling.ToString();
        Advance();
        if (token.Kind != TokenKind.Word || Keywords.Find(Spelling) is not null)
        {
            return first;
        }

        var name = new StringBuilder(first);
        while (token.Kind == TokenKind.Word && Keywords.Find(Spelling) is null)
        {
            name.Append(' ').Append(Spelling);
            Advance();
        }

        return name.ToString();
    }
}
