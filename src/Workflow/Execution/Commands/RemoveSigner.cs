namespace Approvals.Workflow.Execution.Commands;

/// <summary>减签: a signer who has not signed is no longer asked.</summary>
public sealed record RemoveSigner(long Key, long Signer, string Reason) : EngineCommand;
