namespace Approvals.Workflow.Soundness.Nets;

/// <summary>
/// The token game of one scope as a Petri net with joins that look around and steps that clear the scope. What stands in a
/// sub-process is there only as the classes of its behaviour, see <see cref="ScopeBehavior"/>.
/// </summary>
internal sealed class ScopeNet
{
    public required Place[] Places { get; init; }
    public required Transition[] Transitions { get; init; }

    /// <summary>The places marked in each of the ways to begin.</summary>
    public required int[][] Beginnings { get; init; }

    /// <summary>The elements that run as soon as the scope has begun.</summary>
    public ElementSet Covers { get; init; } = ElementSet.Empty;

    /// <summary>
    /// What each join looks at. It is a matter of the drawing (BPMN §13.4.3 speaks of paths, not of what can happen), so it is that of
    /// the unreduced net.
    /// </summary>
    public IReadOnlyList<JoinReach> Reach { get; init; } = [];

    public JoinReach ReachOf(Transition join) => Reach.First(each => ReferenceEquals(each.Join.Inputs, join.Inputs));

    /// <summary>True when something inside can be seen outside besides the end.</summary>
    public bool Throws => Array.Exists(Transitions, transition => transition.Throws is not null);
}

/// <summary>
/// What can be seen of a scope from outside: classes of its states, among which it moves by itself or by throwing, and from some of
/// which it can complete. States of one class can't be told apart.
/// </summary>
/// <param name="Beginnings">The classes in which it may begin.</param>
/// <param name="Completes">By class: whether it is at its end and hands its token on.</param>
/// <param name="Covers">The elements inside that can run.</param>
internal sealed record ScopeBehavior(int[] Beginnings, bool[] Completes, BehaviorMove[] Moves, ElementSet Covers)
{
    /// <summary>True when more can happen than is said here.</summary>
    public bool IsPartial { get; init; }
}

/// <summary>From one class to another; to -1, the throwing ends the scope.</summary>
internal sealed record BehaviorMove(int From, int To, Catcher? Thrown);
