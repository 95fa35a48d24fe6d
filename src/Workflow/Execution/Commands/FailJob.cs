namespace Approvals.Workflow.Execution.Commands;

/// <summary>A worker could not do the job; without retries left it becomes an incident.</summary>
public sealed record FailJob(long Key, string Message, int RetriesLeft, DateTimeOffset? RetryAt = null) : EngineCommand;
