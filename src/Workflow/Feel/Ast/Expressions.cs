namespace Approvals.Workflow.Feel.Ast;

internal sealed record Literal(FeelValue Value, int Position, int Length) : Node(Position, Length);

internal sealed record Name(string Text, int Position, int Length) : Node(Position, Length);

internal sealed record Path(Node Target, string Member, int Position, int Length) : Node(Position, Length)
{
    public override IEnumerable<Node> Children => [Target];
}

internal sealed record Filter(Node Target, Node Predicate, int Position, int Length) : Node(Position, Length)
{
    public override IEnumerable<Node> Children => [Target, Predicate];
}

/// <summary><paramref name="Names"/> is null for positional arguments.</summary>
internal sealed record Call(
    Node Callee,
    IReadOnlyList<Node> Arguments,
    IReadOnlyList<string>? Names,
    int Position,
    int Length
) : Node(Position, Length)
{
    public override IEnumerable<Node> Children => [Callee, .. Arguments];
}

internal sealed record Negation(Node Operand, int Position, int Length) : Node(Position, Length)
{
    public override IEnumerable<Node> Children => [Operand];
}

internal enum BinaryOperator : byte
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    And,
    Or,
}

internal sealed record Binary(BinaryOperator Operator, Node Left, Node Right, int Position, int Length)
    : Node(Position, Length)
{
    public override IEnumerable<Node> Children => [Left, Right];
}

internal sealed record Between(Node Value, Node Low, Node High, int Position, int Length) : Node(Position, Length)
{
    public override IEnumerable<Node> Children => [Value, Low, High];
}

/// <summary>`value in tests`; in unary tests the value is the name `?`.</summary>
internal sealed record In(Node Value, IReadOnlyList<Node> Tests, int Position, int Length) : Node(Position, Length)
{
    public override IEnumerable<Node> Children => [Value, .. Tests];
}

/// <summary>Several tests in parentheses, legal only on the right of `in`.</summary>
internal sealed record TestList(IReadOnlyList<Node> Tests, int Position, int Length) : Node(Position, Length)
{
    public override IEnumerable<Node> Children => Tests;
}

/// <summary>`&lt; 10`: a test on the right of `in`, a range in parentheses anywhere else.</summary>
internal sealed record Comparison(BinaryOperator Operator, Node Operand, int Position, int Length)
    : Node(Position, Length)
{
    public override IEnumerable<Node> Children => [Operand];
}

internal sealed record If(Node Condition, Node Then, Node Else, int Position, int Length) : Node(Position, Length)
{
    public override IEnumerable<Node> Children => [Condition, Then, Else];
}

/// <summary>One `name in list` or `name in from..to` of a for, some or every.</summary>
internal sealed record Iterator(string Variable, Node Source, Node? To)
{
    public IEnumerable<Node> Children => To is null ? [Source] : [Source, To];
}

internal sealed record For(IReadOnlyList<Iterator> Iterators, Node Body, int Position, int Length)
    : Node(Position, Length)
{
    public override IEnumerable<Node> Children => [.. Iterators.SelectMany(iterator => iterator.Children), Body];
}

internal sealed record Quantified(
    bool IsEvery,
    IReadOnlyList<Iterator> Iterators,
    Node Condition,
    int Position,
    int Length
) : Node(Position, Length)
{
    public override IEnumerable<Node> Children => [.. Iterators.SelectMany(iterator => iterator.Children), Condition];
}

internal sealed record Parameter(string Name, TypeName? Type);

internal sealed record FunctionDefinition(
    IReadOnlyList<Parameter> Parameters,
    Node Body,
    bool IsExternal,
    int Position,
    int Length
) : Node(Position, Length)
{
    public override IEnumerable<Node> Children => [Body];
}

internal sealed record ListLiteral(IReadOnlyList<Node> Items, int Position, int Length) : Node(Position, Length)
{
    public override IEnumerable<Node> Children => Items;
}

internal sealed record ContextEntry(string Name, Node Value);

internal sealed record ContextLiteral(IReadOnlyList<ContextEntry> Entries, int Position, int Length)
    : Node(Position, Length)
{
    public override IEnumerable<Node> Children => Entries.Select(entry => entry.Value);
}

internal sealed record RangeLiteral(
    Node Start,
    bool StartIncluded,
    Node End,
    bool EndIncluded,
    int Position,
    int Length
) : Node(Position, Length)
{
    public override IEnumerable<Node> Children => [Start, End];
}

internal sealed record InstanceOf(Node Value, TypeName Type, int Position, int Length) : Node(Position, Length)
{
    public override IEnumerable<Node> Children => [Value];
}
