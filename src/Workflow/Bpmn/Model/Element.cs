using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>A flow node (BPMN §8.4.9) with everything its execution needs resolved to indexes and compiled FEEL.</summary>
public class Element
{
    public Element() { }

    /// <summary>For the kinds with more to say: everything that <paramref name="basis"/> says.</summary>
    [SetsRequiredMembers]
    private protected Element(Element basis)
    {
        Index = basis.Index;
        Id = basis.Id;
        Name = basis.Name;
        Kind = basis.Kind;
        TypeName = basis.TypeName;
        Position = basis.Position;
        Scope = basis.Scope;
        Incoming = basis.Incoming;
        Outgoing = basis.Outgoing;
        DefaultFlow = basis.DefaultFlow;
        Boundaries = basis.Boundaries;
        Loop = basis.Loop;
        IsForCompensation = basis.IsForCompensation;
        CompensationHandler = basis.CompensationHandler;
        DataInputs = basis.DataInputs;
        DataOutputs = basis.DataOutputs;
        Inputs = basis.Inputs;
        Outputs = basis.Outputs;
        Properties = basis.Properties;
        Clocks = basis.Clocks;
        IsSeparated = basis.IsSeparated;
        IsReturnTarget = basis.IsReturnTarget;
    }

    public required int Index { get; init; }
    public required string Id { get; init; }
    public required string? Name { get; init; }
    public required ElementKind Kind { get; init; }

    /// <summary>The local name in the file: <c>userTask</c>, <c>boundaryEvent</c>.</summary>
    public required string TypeName { get; init; }

    public required SourcePosition Position { get; init; }

    /// <summary>Index of the enclosing sub-process element, -1 for the process itself.</summary>
    public int Scope { get; init; } = -1;

    public required ImmutableArray<int> Incoming { get; init; }

    /// <summary>In the order in which the element names them: the order in which conditions are evaluated.</summary>
    public required ImmutableArray<int> Outgoing { get; init; }

    /// <summary>Index of the default flow, or -1.</summary>
    public int DefaultFlow { get; init; } = -1;

    /// <summary>Indexes of the boundary events attached to this activity.</summary>
    public ImmutableArray<int> Boundaries { get; init; } = [];

    /// <summary>How the activity repeats; null: once.</summary>
    public LoopCharacteristics? Loop { get; init; }

    /// <summary>True for an activity that only runs to compensate another (BPMN §10.7).</summary>
    public bool IsForCompensation { get; init; }

    /// <summary>The activity that compensates this one, from its compensation boundary event; -1: none.</summary>
    public int CompensationHandler { get; init; } = -1;

    public ImmutableArray<DataAssociation> DataInputs { get; init; } = [];
    public ImmutableArray<DataAssociation> DataOutputs { get; init; } = [];
    public ImmutableArray<VariableMapping> Inputs { get; init; } = [];
    public ImmutableArray<VariableMapping> Outputs { get; init; } = [];

    /// <summary><c>zeebe:properties</c>: names and values for the platform; the engine gives them no meaning.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Properties { get; init; } = [];

    /// <summary>Which clocks start, stop and pause here; null for almost every element.</summary>
    public ClockLinks? Clocks { get; init; }

    /// <summary>True when some user task excludes whoever completed this one.</summary>
    public bool IsSeparated { get; init; }

    /// <summary>True when an <c>approvals:returnTo</c> edge of some user task leads here.</summary>
    public bool IsReturnTarget { get; init; }

    /// <summary>True for a parallel gateway that waits for a token on each of several incoming flows (BPMN §13.4.1).</summary>
    public bool IsJoin => Kind == ElementKind.ParallelGateway && Incoming.Length > 1;

    /// <summary>
    /// True for an inclusive gateway with several incoming flows and for a complex gateway: whether the tokens before it may go on
    /// depends on what else happens in the scope (BPMN §13.4.3, §13.4.5).
    /// </summary>
    public bool IsGuardedJoin =>
        Kind switch
        {
            ElementKind.InclusiveGateway => Incoming.Length > 1,
            ElementKind.ComplexGateway => !Incoming.IsEmpty,
            _ => false,
        };
}
