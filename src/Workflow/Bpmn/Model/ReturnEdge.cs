using System.Collections.Immutable;

namespace Approvals.Workflow.Bpmn.Model;

/// <summary>
/// <c>approvals:returnTo</c> on a user task: an edge back to an earlier user task of the same scope and branch, taken by a person
/// and not by a condition; soundness counts it as a flow.
/// </summary>
/// <param name="Target">Index of the user task it leads to.</param>
/// <param name="ByReviewer">退回: whoever has the task may send it back.</param>
/// <param name="BySubmitter">撤回: whoever completed the target may take it back while nobody has claimed the task.</param>
public sealed record ReturnEdge(int Target, string? Name, bool ByReviewer, bool BySubmitter);

/// <summary>How signers may be added to a user task (加签).</summary>
[Flags]
public enum SignerOrders
{
    None = 0,
    Before = 1,
    After = 2,
    Parallel = 4,
}

/// <summary>
/// <c>approvals:signers</c>: in which orders signers may be added, from which groups (empty: anybody) — <c>role@unit</c>, or
/// a role alone for its holders in every unit —, and how many a task may have.
/// </summary>
public sealed record SignerRules(SignerOrders Orders, ImmutableArray<string> Groups, int Maximum);
