using System.Collections.Immutable;

namespace Approvals.Workflow.Soundness;

/// <summary>
/// What the check says about one process. Each verdict is true, false, or null: not decided within the budget.
/// </summary>
public sealed record SoundnessVerdict
{
    /// <summary>No sequence flow ever holds two tokens, in no scope.</summary>
    public required bool? Safe { get; init; }

    /// <summary>From every state that can be reached the end can be reached.</summary>
    public required bool? OptionToComplete { get; init; }

    /// <summary>At an end nothing is left but at most one token for each end event.</summary>
    public required bool? ProperCompletion { get; init; }

    /// <summary>The ids of the elements that can never run, in the order of the file; null: not decided.</summary>
    public required ImmutableArray<string>? DeadElements { get; init; }

    /// <summary>All of it holds and no element is dead; false as soon as one doesn't.</summary>
    public bool? Sound =>
        Safe == false || OptionToComplete == false || ProperCompletion == false || DeadElements is { IsEmpty: false }
            ? false
        : Safe == true && OptionToComplete == true && ProperCompletion == true && DeadElements is { IsEmpty: true }
            ? true
        : null;

    /// <summary>How it comes to the first verdict that is false; null when none is, and for dead elements.</summary>
    public CounterExample? CounterExample { get; init; }

    /// <summary>How many states were followed.</summary>
    public required int States { get; init; }
}

/// <summary>The way from the start to a bad state.</summary>
public sealed record CounterExample(SoundnessProblem Problem, ImmutableArray<CounterStep> Steps);

/// <summary>One element runs.</summary>
/// <param name="Element">Its id.</param>
/// <param name="Takes">The ids of the sequence flows it takes.</param>
/// <param name="Tokens">
/// Where tokens are afterwards: ids of flows and elements in ordinal order, twice for two tokens; a sub-process under way stands beside the
/// tokens inside it.
/// </param>
public sealed record CounterStep(string Element, ImmutableArray<string> Takes, ImmutableArray<string> Tokens);

/// <summary>What a counter-example shows.</summary>
public enum SoundnessProblem
{
    /// <summary>Two tokens on one flow.</summary>
    Unsafe,

    /// <summary>The end can't be reached any more.</summary>
    NoOptionToComplete,

    /// <summary>An end event has taken two tokens.</summary>
    ImproperCompletion,
}
