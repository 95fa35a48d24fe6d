namespace Approvals.Workflow.Bpmn;

/// <summary>
/// Why a file can't be deployed, at its place. <see cref="Rule"/> is the stable id of the rule that speaks
/// (<c>flow.dangling</c>); <see cref="ElementId"/> is null where the element has no id; line and column are 1-based.
/// </summary>
public sealed record BpmnProblem(string Rule, string? ElementId, int Line, int Column, string Message);
