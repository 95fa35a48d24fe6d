using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Dmn.Model;

/// <summary>
/// An element of the requirements graph (§6.3). References are <c>href</c>s: <c>#id</c> of the same model, or the namespace of
/// an imported one before it. The name is what it is asked for from outside; logic knows it by its variable, which models should
/// name alike.
/// </summary>
public abstract record DrgElement(string Id, string Name, InformationItem Variable, SourcePosition Position);

public sealed record InputData(string Id, string Name, InformationItem Variable, SourcePosition Position)
    : DrgElement(Id, Name, Variable, Position);

/// <summary><see cref="Requirements"/> are inputs, decisions and knowledge, in the order of the file.</summary>
public sealed record Decision(string Id, string Name, InformationItem Variable, SourcePosition Position)
    : DrgElement(Id, Name, Variable, Position)
{
    public ImmutableArray<string> Requirements { get; init; } = [];
    public Expression? Logic { get; init; }
}

public sealed record BusinessKnowledgeModel(string Id, string Name, InformationItem Variable, SourcePosition Position)
    : DrgElement(Id, Name, Variable, Position)
{
    public ImmutableArray<string> Requirements { get; init; } = [];
    public FunctionDefinition? Logic { get; init; }
}

/// <summary>Its parameters are the input data, then the input decisions (§10.4).</summary>
public sealed record DecisionService(string Id, string Name, InformationItem Variable, SourcePosition Position)
    : DrgElement(Id, Name, Variable, Position)
{
    public ImmutableArray<string> OutputDecisions { get; init; } = [];
    public ImmutableArray<string> EncapsulatedDecisions { get; init; } = [];
    public ImmutableArray<string> InputDecisions { get; init; } = [];
    public ImmutableArray<string> InputData { get; init; } = [];
}
