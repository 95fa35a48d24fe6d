using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;

namespace Approvals.Workflow.Dmn.Model;

/// <summary>A decision model as it stands in its file (DMN 1.5 §6.3.2), with the models it imports.</summary>
public sealed record Definitions(string? Id, string Name, string Namespace)
{
    public ImmutableArray<Import> Imports { get; init; } = [];
    public ImmutableArray<ItemDefinition> ItemDefinitions { get; init; } = [];
    public ImmutableArray<InputData> InputData { get; init; } = [];
    public ImmutableArray<Decision> Decisions { get; init; } = [];
    public ImmutableArray<BusinessKnowledgeModel> KnowledgeModels { get; init; } = [];
    public ImmutableArray<DecisionService> Services { get; init; } = [];

    /// <summary>Inputs, knowledge models, services and decisions, in this order.</summary>
    public IEnumerable<DrgElement> Elements => [.. InputData, .. KnowledgeModels, .. Services, .. Decisions];
}

/// <summary>
/// Another model (§6.3.3). Its elements and types are called `Name.element`, or bare when the name is empty.
/// <see cref="Definitions"/> is null when it was not found or is no DMN.
/// </summary>
public sealed record Import(string Name, string Namespace, SourcePosition Position)
{
    public Definitions? Definitions { get; init; }
}
