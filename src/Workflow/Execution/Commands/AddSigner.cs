using Approvals.Kernel;
using Approvals.Workflow.Execution.State;

namespace Approvals.Workflow.Execution.Commands;

/// <summary>加签: a person, or one out of a group, gives an opinion on the task. Exactly one of the two is named.</summary>
/// <param name="Person">With the groups that the caller has resolved.</param>
/// <param name="Group"><c>role@unit</c>.</param>
public sealed record AddSigner(long Key, SignerOrder Order, Actor? Person, string? Group, string Reason)
    : EngineCommand;
