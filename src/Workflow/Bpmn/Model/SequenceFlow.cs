using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>A sequence flow (BPMN §8.4.13) between two elements of one scope.</summary>
public sealed class SequenceFlow
{
    public required int Index { get; init; }
    public required string Id { get; init; }
    public required string? Name { get; init; }
    public required int Source { get; init; }
    public required int Target { get; init; }
    public required SourcePosition Position { get; init; }

    /// <summary>Null: taken without a question.</summary>
    public FeelExpression? Condition { get; init; }

    /// <summary>Which clocks start and stop when a token passes; null for almost every flow.</summary>
    public ClockLinks? Clocks { get; init; }
}
