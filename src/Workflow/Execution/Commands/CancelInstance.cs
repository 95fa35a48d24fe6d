namespace Approvals.Workflow.Execution.Commands;

/// <summary>Ends the instance where it stands.</summary>
public sealed record CancelInstance(string Reason) : EngineCommand;
