namespace Approvals.Workflow.Bpmn.Model;

/// <summary>Where an element stands in its file; both numbers are 1-based.</summary>
public readonly record struct SourcePosition(int Line, int Column);
