namespace Approvals.Workflow.Execution.Commands;

/// <summary>The cause is gone: the element tries again where it stopped; a job gets its retries.</summary>
public sealed record ResolveIncident(long Key, int JobRetries = 1) : EngineCommand;
