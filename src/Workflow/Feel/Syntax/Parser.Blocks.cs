using Approvals.Workflow.Feel.Ast;

namespace Approvals.Workflow.Feel.Syntax;

/// <summary>if, for, some, every, function and types.</summary>
internal sealed partial class Parser
{
    private If IfExpression()
    {
        var start = token.Start;
        Advance();
        var condition = Expression();
        ExpectWord("then");
        var then = Expression();
        ExpectWord("else");
        var otherwise = Expression();
        return new If(condition, then, otherwise, start, lastEnd - start);
    }

    private For ForExpression()
    {
        var start = token.Start;
        Advance();
        var iterators = Iterators();
        ExpectWord("return");
        var body = Expression();
        Forget(iterators);
        return new For(iterators, body, start, lastEnd - start);
    }

    private Quantified QuantifiedExpression()
    {
        var start = token.Start;
        var isEvery = IsWord("every");
        Advance();
        var iterators = Iterators();
        ExpectWord("satisfies");
        var condition = Expression();
        Forget(iterators);
        return new Quantified(isEvery, iterators, condition, start, lastEnd - start);
    }

    private List<Iterator> Iterators()
    {
        var iterators = new List<Iterator>();
        do
        {
            if (iterators.Count > 0)
            {
                Advance();
            }

            if (token.Kind != TokenKind.Word)
            {
                throw Unexpected("the name of a variable");
            }

            var variable = DeclaredName("in");
            ExpectWord("in");
            var source = Expression();
            Node? to = null;
            if (token.Kind == TokenKind.DotDot)
            {
                Advance();
                to = Expression();
            }

            names.Add(variable);
            iterators.Add(new Iterator(variable, source, to));
        } while (token.Kind == TokenKind.Comma);

        return iterators;
    }

    private void Forget(List<Iterator> iterators)
    {
        foreach (var iterator in iterators)
        {
            names.Remove(iterator.Variable);
        }
    }

    /// <summary>A new name, of one word or several, up to a keyword or a token that no name contains.</summary>
    private string DeclaredName(string? endsBefore)
    {
        var start = token.Start;
        Advance();
        while (
            (token.Kind == TokenKind.Word && (endsBefore is null || !IsWord(endsBefore)))
            || (token.Length == 1 && Characters.IsNameSymbol(lexer.Text[token.Start]))
            || token.Kind == TokenKind.Number
        )
        {
            Advance();
        }

        return Characters.Normalise(lexer.Text[start..lastEnd]);
    }

    private FunctionDefinition FunctionExpression()
    {
        var start = token.Start;
        Advance();
        Expect(TokenKind.OpenParen, "'('");
        var parameters = new List<Parameter>();
        while (token.Kind != TokenKind.CloseParen)
        {
            if (parameters.Count > 0)
            {
                Expect(TokenKind.Comma, "',' or ')'");
            }

            if (token.Kind != TokenKind.Word)
            {
                throw Unexpected("the name of a parameter");
            }

            var name = DeclaredName(null);
            TypeName? type = null;
            if (token.Kind == TokenKind.Colon)
            {
                Advance();
                type = Type();
            }

            parameters.Add(new Parameter(name, type));
        }

        Advance();
        var isExternal = IsWord("external");
        if (isExternal)
        {
            Advance();
        }

        foreach (var parameter in parameters)
        {
            names.Add(parameter.Name);
        }

        var body = Expression();
        foreach (var parameter in parameters)
        {
            names.Remove(parameter.Name);
        }

        return new FunctionDefinition(parameters, body, isExternal, start, lastEnd - start);
    }

    private TypeName Type()
    {
        if (++nesting > MaxNesting)
        {
            throw new FeelSyntaxException("limit", "The type is nested too deep.", token.Start, token.Length);
        }

        var start = token.Start;
        if (token.Kind != TokenKind.Word)
        {
            throw Unexpected("a type");
        }

        var name = TypeSpelling();
        var arguments = new List<TypeName>();
        var entries = new List<string>();
        TypeName? result = null;
        if (token.Kind == TokenKind.Less && name is "list" or "range" or "context" or "function")
        {
            Advance();
            while (token.Kind != TokenKind.Greater)
            {
                if (arguments.Count > 0)
                {
                    Expect(TokenKind.Comma, "',' or '>'");
                }

                if (name == "context")
                {
                    entries.Add(EntryName() ?? throw Unexpected("the name of an entry and ':'"));
                }

                arguments.Add(Type());
            }

            Advance();
            if (name == "function")
            {
                Expect(TokenKind.Arrow, "'->'");
                result = Type();
            }
        }

        nesting--;
        return new TypeName(name, arguments, entries, result, start, lastEnd - start);
    }

    private string TypeSpelling()
    {
        var start = token.Start;
        foreach (var known in (string[])["date and time", "days and time duration", "years and months duration"])
        {
            var table = new NameTable();
            table.Add(known);
            if (table.Match(lexer.Text, token) is { } match)
            {
                MoveTo(match.End);
                return known;
            }
        }

        if (types.Match(lexer.Text, token) is { } declared)
        {
            MoveTo(declared.End);
            return declared.Name;
        }

        Advance();
        while (token.Kind == TokenKind.Dot || (token.Kind == TokenKind.Word && Keywords.Find(Spelling) is null))
        {
            Advance();
        }

        return Characters.Normalise(lexer.Text[start..lastEnd]);
    }
}
