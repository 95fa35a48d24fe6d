using System.Collections.Immutable;
using Approvals.Workflow.Bpmn.Model;
using Approvals.Workflow.Execution.State;
using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.Elements.Containers;

/// <summary>What the end of one round means, evaluated before anything has happened.</summary>
/// <param name="Counts">False for what is no round: an event or gateway inside of an ad-hoc sub-process.</param>
/// <param name="IsLast">No further round begins.</param>
/// <param name="Thrown">What the container throws to its own border then.</param>
internal readonly record struct RoundEnd(
    bool Counts,
    FeelValue Result,
    bool IsLast,
    ImmutableArray<EventTrigger> Thrown = default
);

/// <summary>A container that looks at each of its elements as it ends: the body of a loop, an ad-hoc sub-process.</summary>
internal abstract class RoundBehavior : ElementBehavior
{
    /// <summary>The scope's turn has come: a round begins.</summary>
    public abstract void BeginNext(EngineStep step, ElementInstance container);

    /// <summary>A fault is one of the round, which then has not ended.</summary>
    public abstract Fault? Judge(EngineStep step, ElementInstance container, ElementInstance round, out RoundEnd end);

    /// <summary>The round is gone.</summary>
    public abstract void RoundLeft(EngineStep step, ElementInstance container, ElementInstance round, RoundEnd end);
}
