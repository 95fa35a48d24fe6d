namespace Approvals.Workflow.Feel.Syntax;

internal enum TokenKind : byte
{
    End,
    Word,
    Number,
    Text,
    At,
    OpenParen,
    CloseParen,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    Comma,
    Colon,
    Dot,
    DotDot,
    Plus,
    Minus,
    Star,
    Slash,
    Power,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Arrow,
}

/// <summary>A token with its place in the text; <paramref name="Value"/> is a decoded string literal.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End, string? Value = null)
{
    public int Length => End - Start;
}
