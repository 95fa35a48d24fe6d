using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Dmn.Model;

/// <summary>How many rules may match and what becomes of them (§8.2.11).</summary>
public enum HitPolicy
{
    Unique,
    Any,
    Priority,
    First,
    RuleOrder,
    OutputOrder,
    Collect,
}

/// <summary>What Collect makes of the values.</summary>
public enum Aggregation
{
    None,
    Sum,
    Count,
    Min,
    Max,
}

public sealed record DecisionTable(
    string? Id,
    string? TypeRef,
    SourcePosition Position,
    HitPolicy HitPolicy,
    Aggregation Aggregation
) : Expression(Id, TypeRef, Position)
{
    public ImmutableArray<InputColumn> Inputs { get; init; } = [];
    public ImmutableArray<OutputColumn> Outputs { get; init; } = [];
    public ImmutableArray<string> Annotations { get; init; } = [];
    public ImmutableArray<Rule> Rules { get; init; } = [];
}

public sealed record InputColumn(string? Id, string? Label, ModelText Expression, string? TypeRef, ModelText? Values);

/// <summary>The name is null in a table of one output; <paramref name="Values"/> are in order of priority, highest first.</summary>
public sealed record OutputColumn(string? Id, string? Name, string? TypeRef, ModelText? Values, ModelText? Default);

/// <summary>One test per input, one value per output; annotations are kept for explanations.</summary>
public sealed record Rule(
    string? Id,
    SourcePosition Position,
    ImmutableArray<ModelText> Tests,
    ImmutableArray<LiteralExpression> Values,
    ImmutableArray<string> Annotations
);
