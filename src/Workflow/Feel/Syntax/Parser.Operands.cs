using Approvals.Workflow.Feel.Ast;
using Approvals.Workflow.Feel.Values;

namespace Approvals.Workflow.Feel.Syntax;

/// <summary>Literals, lists, contexts and calls.</summary>
internal sealed partial class Parser
{
    private Node Primary()
    {
        var start = token.Start;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return NumberLiteral();
            case TokenKind.Text:
                var text = token.Value!;
                Advance();
                return new Literal(FeelValue.From(text), start, lastEnd - start);
            case TokenKind.At:
                return AtLiteral();
            case TokenKind.OpenParen:
                return Parenthesised();
            case TokenKind.OpenBracket:
                return ListOrRange();
            case TokenKind.CloseBracket:
                Advance();
                return RangeFrom(start, Endpoint(), startIncluded: false);
            case TokenKind.OpenBrace:
                return ContextExpression();
            case TokenKind.Word:
                return NameOrKeyword();
            default:
                throw Unexpected("an expression");
        }
    }

    private Literal NumberLiteral()
    {
        if (!FeelNumber.TryParse(Spelling, out var number))
        {
            throw new FeelSyntaxException("syntax", "This number is out of range.", token.Start, token.Length);
        }

        var start = token.Start;
        Advance();
        return new Literal(FeelValue.From(number), start, lastEnd - start);
    }

    private Literal AtLiteral()
    {
        var start = token.Start;
        Advance();
        if (token.Kind != TokenKind.Text)
        {
            throw Unexpected("a string with a date, time or duration");
        }

        var text = token.Value!;
        Advance();
        // A text that is no temporal value is null (§10.3.2.3.9), found when it is evaluated.
        return new Literal(Temporal.Parse(text), start, lastEnd - start);
    }

    private Node ListOrRange()
    {
        var start = token.Start;
        Advance();
        var items = new List<Node>();
        if (token.Kind != TokenKind.CloseBracket)
        {
            var wasInRangeEnd = inRangeEnd;
            inRangeEnd = false;
            items.Add(TestOrExpression());
            inRangeEnd = wasInRangeEnd;
            if (token.Kind == TokenKind.DotDot)
            {
                return RangeFrom(start, items[0], startIncluded: true);
            }

            while (token.Kind == TokenKind.Comma)
            {
                Advance();
                inRangeEnd = false;
                items.Add(TestOrExpression());
                inRangeEnd = wasInRangeEnd;
            }
        }

        Expect(TokenKind.CloseBracket, "']'");
        return new ListLiteral(items, start, lastEnd - start);
    }

    private ContextLiteral ContextExpression()
    {
        var start = token.Start;
        Advance();
        var entries = new List<ContextEntry>();
        while (token.Kind != TokenKind.CloseBrace)
        {
            if (entries.Count > 0)
            {
                Expect(TokenKind.Comma, "',' or '}'");
            }

            var at = token;
            var name = EntryName() ?? throw Unexpected("the name of an entry and ':'");
            if (entries.Exists(entry => entry.Name == name))
            {
                throw new FeelSyntaxException("syntax", $"The entry '{name}' is there twice.", at.Start, at.Length);
            }

            members.Add(name);
            var value = Expression();
            names.Add(name);
            entries.Add(new ContextEntry(name, value));
        }

        foreach (var entry in entries)
        {
            names.Remove(entry.Name);
        }

        Advance();
        return new ContextLiteral(entries, start, lastEnd - start);
    }

    private Call Invocation(Node callee)
    {
        Advance();
        var arguments = new List<Node>();
        List<string>? argumentNames = null;
        while (token.Kind != TokenKind.CloseParen)
        {
            if (arguments.Count > 0)
            {
                Expect(TokenKind.Comma, "',' or ')'");
            }

            var at = token;
            var name = token.Kind == TokenKind.Word ? EntryName() : null;
            if (arguments.Count > 0 && (name is null) != (argumentNames is null))
            {
                throw new FeelSyntaxException(
                    "syntax",
                    "Either all arguments of a call are named or none.",
                    at.Start,
                    at.Length
                );
            }

            if (name is not null)
            {
                (argumentNames ??= []).Add(name);
            }

            var wasInRangeEnd = inRangeEnd;
            inRangeEnd = false;
            arguments.Add(TestOrExpression());
            inRangeEnd = wasInRangeEnd;
        }

        Advance();
        return new Call(callee, arguments, argumentNames, callee.Position, lastEnd - callee.Position);
    }

    /// <summary>A name or string followed by ':', consumed with it; null, with nothing consumed, when there is none.</summary>
    private string? EntryName()
    {
        if (token.Kind == TokenKind.Text)
        {
            var colon = lexer.Read(token.End);
            if (colon.Kind != TokenKind.Colon)
            {
                return null;
            }

            var quoted = token.Value!;
            MoveTo(colon.End);
            return quoted;
        }

        var text = lexer.Text;
        var at = token.Start;
        while (at < text.Length)
        {
            var (c, length) = Characters.At(text, at);
            if (!Characters.IsNamePart(c) && !(c < 0x10000 && IsInsideName((char)c)))
            {
                break;
            }

            at += length;
        }

        if (token.Kind != TokenKind.Word || at >= text.Length || text[at] != ':')
        {
            return null;
        }

        var name = Characters.Normalise(text[token.Start..at]);
        MoveTo(at + 1);
        return name;

        static bool IsInsideName(char c) => Characters.IsNameSymbol(c) || Characters.IsSpace(c);
    }
}
