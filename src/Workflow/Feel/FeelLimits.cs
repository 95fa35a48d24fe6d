namespace Approvals.Workflow.Feel;

/// <summary>
/// Bounds of one evaluation; past one of them it ends with null and a diagnostic `limit`. Steps are iterations, calls and
/// visited elements; depth counts nested calls and the nesting of the result; string length is in UTF-16 units.
/// </summary>
public sealed record FeelLimits(int MaxSteps, int MaxDepth, int MaxListSize, int MaxStringLength)
{
    public static FeelLimits Default { get; } = new(1_000_000, 200, 100_000, 1_000_000);
}
