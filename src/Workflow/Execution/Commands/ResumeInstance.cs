namespace Approvals.Workflow.Execution.Commands;

/// <summary>恢复: a suspended instance goes on.</summary>
public sealed record ResumeInstance(string Reason) : EngineCommand;
