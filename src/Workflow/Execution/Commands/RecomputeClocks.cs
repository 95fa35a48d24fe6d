namespace Approvals.Workflow.Execution.Commands;

/// <summary>A calendar has been published: running clocks get their dates anew from the context's calendar.</summary>
public sealed record RecomputeClocks() : EngineCommand;
