namespace Approvals.Workflow.Feel.Syntax;

/// <summary>The current token: moving on, asking for words and kinds, and the faults where they are missing.</summary>
internal sealed partial class Parser
{
    private void Advance()
    {
        lastEnd = token.End;
        token = lexer.Read(token.End);
    }

    private void MoveTo(int position)
    {
        lastEnd = position;
        token = lexer.Read(position);
    }

    private ReadOnlySpan<char> Spelling => lexer.Text.AsSpan(token.Start, token.Length);

    private bool IsWord(string word) => token.Kind == TokenKind.Word && Spelling.SequenceEqual(word);

    private string? Keyword() =>
        token.Kind == TokenKind.Word && token.Length <= 9 && Keywords.Find(Spelling) is { } keyword && !IsDeclared()
            ? keyword
            : null;

    // A declared name may start with a keyword ("for approval"), and then it is the name.
    private bool IsDeclared() => names.Match(lexer.Text, token) is not null;

    private void Expect(TokenKind kind, string what)
    {
        if (token.Kind != kind)
        {
            throw Unexpected(what);
        }

        Advance();
    }

    private void ExpectWord(string word)
    {
        if (!IsWord(word))
        {
            throw Unexpected($"'{word}'");
        }

        Advance();
    }

    private void ExpectEnd()
    {
        if (token.Kind != TokenKind.End)
        {
            throw Unexpected("the end of the expression");
        }
    }

    private FeelSyntaxException Unexpected(string expected) =>
        token.Kind == TokenKind.End
            ? new("syntax", $"The text ends where {expected} is expected.", token.Start, 0)
            : new("syntax", $"'{Spelling}' stands where {expected} is expected.", token.Start, token.Length);
}
