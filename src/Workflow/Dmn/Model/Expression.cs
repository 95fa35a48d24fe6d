using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Dmn.Model;

/// <summary>Decision logic (§7.3.1): literal text or a boxed expression.</summary>
public abstract record Expression(string? Id, string? TypeRef, SourcePosition Position);

/// <summary>FEEL, unless it says another language, which is not executed.</summary>
public sealed record LiteralExpression(
    string? Id,
    string? TypeRef,
    SourcePosition Position,
    ModelText Text,
    string? Language
) : Expression(Id, TypeRef, Position);

public sealed record Invocation(
    string? Id,
    string? TypeRef,
    SourcePosition Position,
    Expression? Function,
    ImmutableArray<Binding> Bindings
) : Expression(Id, TypeRef, Position);

public sealed record Binding(InformationItem Parameter, Expression? Value);

public sealed record BoxedContext(
    string? Id,
    string? TypeRef,
    SourcePosition Position,
    ImmutableArray<BoxedEntry> Entries
) : Expression(Id, TypeRef, Position);

/// <summary>The entry without a variable is the result of the whole context.</summary>
public sealed record BoxedEntry(InformationItem? Variable, Expression? Value, SourcePosition Position);

public sealed record BoxedList(string? Id, string? TypeRef, SourcePosition Position, ImmutableArray<Expression?> Items)
    : Expression(Id, TypeRef, Position);

/// <summary>A list of contexts, one per row, with one entry per column.</summary>
public sealed record Relation(
    string? Id,
    string? TypeRef,
    SourcePosition Position,
    ImmutableArray<InformationItem> Columns,
    ImmutableArray<ImmutableArray<Expression?>> Rows
) : Expression(Id, TypeRef, Position);

/// <summary><paramref name="Kind"/> is FEEL, or Java or PMML, which are not executed.</summary>
public sealed record FunctionDefinition(
    string? Id,
    string? TypeRef,
    SourcePosition Position,
    string Kind,
    ImmutableArray<InformationItem> Parameters,
    Expression? Body
) : Expression(Id, TypeRef, Position);

public sealed record Conditional(
    string? Id,
    string? TypeRef,
    SourcePosition Position,
    Expression? If,
    Expression? Then,
    Expression? Else
) : Expression(Id, TypeRef, Position);

public sealed record BoxedFilter(
    string? Id,
    string? TypeRef,
    SourcePosition Position,
    Expression? In,
    Expression? Match
) : Expression(Id, TypeRef, Position);

public enum IterationKind
{
    For,
    Some,
    Every,
}

/// <summary>Boxed for, some and every: <paramref name="Body"/> is what it returns or what must be satisfied.</summary>
public sealed record Iteration(
    string? Id,
    string? TypeRef,
    SourcePosition Position,
    IterationKind Kind,
    string Variable,
    Expression? In,
    Expression? Body
) : Expression(Id, TypeRef, Position);
