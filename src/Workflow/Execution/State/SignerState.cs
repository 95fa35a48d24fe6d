namespace Approvals.Workflow.Execution.State;

/// <summary>When an added signer (加签) is asked. The numbers are part of the format of snapshots.</summary>
public enum SignerOrder
{
    /// <summary>前加签: the task can't be completed before.</summary>
    Before,

    /// <summary>后加签: asked one by one once the assignee has submitted; the task completes after the last.</summary>
    After,

    /// <summary>并加签 (会签): at any time; the task completes when all have signed.</summary>
    Parallel,
}

/// <summary>
/// One added signer of a user task: a person, or one out of a group. An opinion advises and doesn't decide: whoever
/// disagrees before the assignee submits leaves the decision to the assignee; whoever disagrees with what was submitted
/// gives it back to the assignee.
/// </summary>
public sealed record SignerState(long Key, SignerOrder Order, string? UserId, string? Group, string AddedBy)
{
    /// <summary>Who signed; null while the opinion is awaited.</summary>
    public string? SignedBy { get; init; }

    public bool Agrees { get; init; }

    public bool HasSigned => SignedBy is not null;
}
