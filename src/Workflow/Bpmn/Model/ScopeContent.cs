using System.Collections.Immutable;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>
/// The inside of a process or sub-process, as indexes of <see cref="ProcessDefinition.Elements"/>, in the order of the file.
/// </summary>
public sealed record ScopeContent
{
    /// <summary>Every element directly inside.</summary>
    public required ImmutableArray<int> Elements { get; init; }

    /// <summary>None start events.</summary>
    public ImmutableArray<int> Starts { get; init; } = [];

    /// <summary>Start events with triggers: instantiating ones of a process, the one of an event sub-process.</summary>
    public ImmutableArray<int> TriggeredStarts { get; init; } = [];

    /// <summary>
    /// Without any start event, every element that no flow leads to starts (BPMN §10.4.2): no boundary events, event
    /// sub-processes, compensation handlers, link catch events.
    /// </summary>
    public ImmutableArray<int> ImplicitStarts { get; init; } = [];

    public ImmutableArray<int> EventSubProcesses { get; init; } = [];

    /// <summary>The data objects of the scope (BPMN §10.4.1): variables of their own, null until something is written.</summary>
    public ImmutableArray<DataObject> DataObjects { get; init; } = [];
}

/// <summary>A data object: the variable of its name, or of its id where the name is no FEEL name.</summary>
public sealed record DataObject(string Id, string Variable, bool IsCollection);

/// <summary>
/// A data association (BPMN §10.4.2) between variables and a task: <see cref="Source"/> is evaluated, its value goes to
/// <see cref="Target"/>; inputs before the task begins, outputs after it has ended.
/// </summary>
public sealed record DataAssociation(Feel.FeelExpression Source, string Target);
