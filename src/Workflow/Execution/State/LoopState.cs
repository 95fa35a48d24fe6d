using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.State;

/// <summary>How the rounds of a body stand (BPMN §13.3.6, §13.3.7). Results are kept per round and put together once, at the end.</summary>
public sealed class LoopState
{
    /// <summary>No activity is repeated more often: each round takes keys of its instance.</summary>
    public const int MaxRounds = 1_000_000;

    private readonly List<FeelValue> results = [];

    /// <summary>How many rounds there will be; -1 while nobody knows.</summary>
    public int Total { get; internal set; } = -1;

    /// <summary>The items, one a round; null for a number of rounds.</summary>
    public IReadOnlyList<FeelValue>? Items { get; internal set; }

    /// <summary>Side by side, a round begins without waiting for the one before.</summary>
    public bool IsParallel { get; internal set; }

    public int Started { get; internal set; }
    public int Completed { get; internal set; }

    /// <summary>True when no further round begins.</summary>
    public bool IsEnding { get; internal set; }

    /// <summary>By round; null where none ended or none was asked for.</summary>
    public IReadOnlyList<FeelValue> Results => results;

    /// <summary>True when a round may begin without waiting for anything.</summary>
    internal bool GoesOn => IsParallel && !IsEnding && Started < Total;

    /// <param name="round">From 1; 0 appends.</param>
    internal void Keep(int round, FeelValue result)
    {
        while (results.Count < round)
        {
            results.Add(default);
        }

        if (round == 0)
        {
            results.Add(result);
        }
        else
        {
            results[round - 1] = result;
        }
    }
}
