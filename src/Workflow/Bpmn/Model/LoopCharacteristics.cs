using System.Collections.Immutable;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>How an activity repeats (BPMN §10.3.8, §13.3.6, §13.3.7).</summary>
public abstract record LoopCharacteristics;

/// <summary>A standard loop: while the condition holds, tested before or after each round. The condition may read <c>loopCounter</c>.</summary>
/// <param name="Condition">Null: always true, bounded by <paramref name="Maximum"/>.</param>
/// <param name="Maximum">The highest number of rounds, or null.</param>
public sealed record StandardLoop(FeelExpression? Condition, bool TestsBefore, int? Maximum) : LoopCharacteristics;

/// <summary>When a multi-instance activity throws to its own border, as an instance of it ends.</summary>
public enum MultiInstanceBehavior
{
    /// <summary>Never: when all have ended, the activity has.</summary>
    All,

    /// <summary>Each time.</summary>
    None,

    /// <summary>The first time only.</summary>
    One,

    /// <summary>Each time, the events of those definitions whose condition holds.</summary>
    Complex,
}

/// <summary>One complex behavior: its events are thrown when an instance ends and the condition holds.</summary>
public sealed record ComplexBehavior(FeelExpression Condition, ImmutableArray<EventTrigger> Events);

/// <summary>
/// Multi-instance: one instance per item of <see cref="InputCollection"/>, or <see cref="Cardinality"/> many. Each instance has
/// <c>loopCounter</c> from 1 and the item under <see cref="InputElement"/>; <see cref="OutputElement"/> is evaluated as it ends and
/// takes its place in <see cref="OutputCollection"/>.
/// </summary>
public sealed record MultiInstance(bool IsSequential) : LoopCharacteristics
{
    public FeelExpression? InputCollection { get; init; }
    public string? InputElement { get; init; }
    public string? OutputCollection { get; init; }
    public FeelExpression? OutputElement { get; init; }
    public FeelExpression? Cardinality { get; init; }

    /// <summary>Evaluated each time an instance ends; true ends the others. Reads <c>numberOfInstances</c>,
    /// <c>numberOfActiveInstances</c>, <c>numberOfCompletedInstances</c>, <c>numberOfTerminatedInstances</c>.</summary>
    public FeelExpression? CompletionCondition { get; init; }

    public MultiInstanceBehavior Behavior { get; init; }

    /// <summary>What is thrown with <see cref="MultiInstanceBehavior.None"/> and <see cref="MultiInstanceBehavior.One"/>; null: nothing.</summary>
    public EventTrigger? Thrown { get; init; }

    public ImmutableArray<ComplexBehavior> Behaviors { get; init; } = [];
}
