using System.Collections.Immutable;

namespace Approvals.Workflow.Execution.State;

/// <summary>
/// A task for a person: who may take it and who has it; whom it was delegated by; the signers, as sub-records with keys of
/// their own; what the assignee has submitted while signers are still asked; who reads along and who urged.
/// </summary>
public sealed class UserTaskState : WaitState
{
    internal UserTaskState(
        long key,
        ElementInstance owner,
        ImmutableArray<string> candidateGroups,
        ImmutableArray<string> candidateUsers,
        string? assignee
    )
        : base(key, owner, owner.Element)
    {
        CandidateGroups = candidateGroups;
        CandidateUsers = candidateUsers;
        Assignee = assignee;
    }

    public ElementInstance Task => (ElementInstance)Owner;

    /// <summary><c>role@unit</c> strings.</summary>
    public ImmutableArray<string> CandidateGroups { get; }
    public ImmutableArray<string> CandidateUsers { get; }
    public string? Assignee { get; internal set; }

    /// <summary>委托人: who delegated the task to the assignee and gets it back; null when it is not delegated.</summary>
    public string? DelegatedBy { get; internal set; }

    /// <summary>Oldest first; removed ones are gone.</summary>
    public ImmutableArray<SignerState> Signers { get; internal set; } = [];

    /// <summary>Not null while the task waits for signers only.</summary>
    public TaskSubmission? Submission { get; internal set; }

    /// <summary>Actor ids, each once.</summary>
    public ImmutableArray<string> Copies { get; internal set; } = [];

    /// <summary>The last urging of each person.</summary>
    public ImmutableArray<TaskUrging> Urgings { get; internal set; } = [];

    /// <summary>True while a signer of one of the orders has not signed.</summary>
    public bool Awaits(params ReadOnlySpan<SignerOrder> orders)
    {
        foreach (var signer in Signers)
        {
            if (!signer.HasSigned && orders.Contains(signer.Order))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True when the signer may sign now: before and parallel signers at any time, after-signers one by one, in the order in
    /// which they were added, once the assignee has submitted.
    /// </summary>
    public bool IsTurnOf(SignerState signer)
    {
        if (signer.HasSigned)
        {
            return false;
        }

        if (signer.Order != SignerOrder.After)
        {
            return true;
        }

        foreach (var other in Signers)
        {
            if (other is { Order: SignerOrder.After, HasSigned: false })
            {
                return Submission is not null && other.Key == signer.Key;
            }
        }

        return false;
    }

    internal void Replace(SignerState signer) => Signers = [.. Signers.Select(s => s.Key == signer.Key ? signer : s)];
}

/// <summary>What the assignee has decided, kept until the signers have signed.</summary>
public sealed record TaskSubmission(string ActorId, string? Outcome, ImmutableArray<Variable> Variables);

/// <summary>催办 by one person, and the working day it counts for.</summary>
public readonly record struct TaskUrging(string ActorId, DateOnly Day);
