using Approvals.Workflow.Feel;

namespace Approvals.Workflow.Execution.State;

/// <summary>A process variable.</summary>
public readonly record struct Variable(string Name, FeelValue Value);
